import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'nl'> = {
  'launcher.open': 'Chat openen',

  'chat.title': 'Chat',
  'chat.close': 'Chat sluiten',
  'chat.description.ai': {
    one: 'Chat met {assistant}, een AI-assistent. {count} bericht.',
    other: 'Chat met {assistant}, een AI-assistent. {count} berichten.',
  },

  'role.ai': 'AI-assistent',

  'handoff.request': 'Praat met een medewerker',
  'handoff.connecting': 'Verbinden…',

  'team.online': { one: 'Eén medewerker is online', other: '{count} medewerkers zijn online' },
  'team.online.two': 'Twee medewerkers zijn online',
  'team.away': 'Het team is er nu niet',

  'welcome.title': 'Hoi, ik ben {assistant}. Waarmee kan ik helpen?',
  'welcome.lead':
    'Ik ben een AI-assistent van {company}. Ik antwoord op basis van ons Helpcentrum, en je kunt altijd overstappen naar een medewerker.',
  'welcome.lead.knowledge':
    'Ik ben een AI-assistent van {company}. Ik antwoord op basis van ons Helpcentrum.',
  'welcome.suggestions': 'Voorgestelde vragen',

  'log.name': 'Gesprek',

  'link.new-tab': '(opent in een nieuw tabblad)',

  'composer.name': 'Bericht',
  'composer.send': 'Versturen',
  'composer.ask': 'Stel een vraag…',
  'composer.unavailable': 'De chat is niet beschikbaar',
  'composer.mistakes': 'Antwoorden van AI kunnen fouten bevatten.',
  privacy: 'Privacy',

  'menu.name': 'Meer opties',

  'problem.offline': 'Je bent offline. Berichten worden verstuurd zodra je weer verbinding hebt.',
  'problem.reconnecting': 'Opnieuw verbinden…',
  'problem.reconnect': 'Nu proberen',
  'problem.back': 'Weer online.',
  'problem.unavailable': 'De chat is nu niet beschikbaar.',
  'problem.retry': 'Opnieuw proberen',
};
