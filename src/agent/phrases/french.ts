import type { Phrases } from './phrases.ts';

export const french: Phrases = {
  miss: 'Je n’ai pas trouvé cela dans le centre d’aide. Essayez avec d’autres mots, ou parlez à une personne.',
  missWithoutPerson: 'Je n’ai pas trouvé cela dans le centre d’aide. Essayez avec d’autres mots.',
  nobodyHere: (company) =>
    `Je ne peux vous passer personne ici. Je peux répondre à vos questions sur ${company} à partir du centre d’aide.`,
  cannotOpenFiles:
    'Je ne peux pas ouvrir de fichiers. L’équipe les reçoit dès que vous parlez à une personne.',
  pressForPerson:
    'Je peux vous mettre en relation avec l’équipe. Appuyez sur le bouton ci-dessous pour continuer.',
  greeting: (assistant, company) =>
    `Bonjour, je suis ${assistant}, un assistant IA pour ${company}. Comment puis-je vous aider\u202f?`,
  thanks: 'Avec plaisir. Puis-je faire autre chose pour vous\u202f?',
  goodbye: 'Au revoir. Écrivez ici quand vous voulez.',
  aboutItself: (assistant, company) =>
    `Je suis ${assistant}, un assistant IA, pas une personne. Je réponds aux questions sur ${company} à partir du centre d’aide, et vous pouvez parler à une personne quand vous voulez.`,
  aboutItselfWithoutPerson: (assistant, company) =>
    `Je suis ${assistant}, un assistant IA, pas une personne. Je réponds aux questions sur ${company} à partir du centre d’aide.`,
};
