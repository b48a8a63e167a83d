/**
 * How people ask for a person, language by language, as regular expressions over folded text (see `fold`): lower case,
 * no accents, no apostrophes, one space between words. Written to be precise: a word for a product (“travel agent”,
 * “human hair”) must not call anybody.
 */
export type WishPatterns = {
  /** Found anywhere in a clause, between word boundaries. */
  clause: readonly string[];
  /** The whole message, but for politeness. */
  alone: string;
};

const EN_KIND =
  '(?:(?:an?|the|your|my|some|any|one of your|actual|real|live|living|human|genuine|proper|customer|client|support|service|services|care|success|sales|help ?desk|chat|online|next|available) )*';
const EN_NOUN =
  '(?:hum[ae]ns?|humna|human being|persons?|persn|agents?|agnets?|representati?ves?|representitives?|reprensentatives?|represenatives?|reps?|operators?|advis[eo]rs?|specialist|manager|supervisor|team ?member|member of (?:the |your )?(?:staff|team)|staff(?: members?)?|employee|colleague|customer (?:service|support|care)|support(?: team| staff)?|service team|support department|call cent(?:er|re)|help ?desk)';
const EN_ANYONE =
  '(?:(?:real |actual |live )?people|some ?one|some ?body|sombody|some1|any ?one|any ?body)(?: (?:real|else|human|in person))?(?! elses)';
const EN_PERSON = `(?:${EN_KIND}${EN_NOUN}|${EN_ANYONE}|one of you(?:r people| guys)?)(?! (?:resources|hair|rights|size|fees?|commission|jacket|costume))`;
const EN_STRICT = `(?:${EN_KIND}(?:hum[ae]ns?|humna|human being|person|persn|agents?|agnet|representati?ve|representitive|rep|operator|supervisor|manager|staff member|human (?:help|support|assistance|contact|interaction)|live (?:chat|support|help)|customer (?:service|support)|support (?:staff|person|team))|real people|(?:someone|somebody) (?:real|human))`;
const EN_AFTER =
  '(?=$| (?:please|pls|now|asap|instead|here|who|not|and not|right now|immediately|today|because|about|regarding|thanks?|thank you|to (?:help|talk|speak|answer|assist|chat|look|fix|solve|call|contact|deal|handle|explain|sort)))';
const EN_I =
  '(?<!(?:do|does|did|must|should|when|whenever|while|before|after|until|where|why do) )(?:i|we)';
const EN_MORE =
  '(?: (?:i|we|you|u|me|us|to|please|pls|just|maybe|perhaps|possibly|be|able|directly|now|rather|instead|also|actually|kindly|go|ahead|quickly|immediately|really|simply|still|only|definitely|get|have|like|love|a chance|for me|someone there))*';
const EN_WANT = `(?:${EN_I} (?:(?:really|just|only|still|also|now|actually|definitely|do) )*(?:want|wanna|wnat|wan|need|wish|like|prefer|rather|would|demand|insist on|insist|have|got|gotta|am trying|trying)|(?:id|wed|ill) (?:(?:really|much|just) )*(?:like|love|rather|prefer|need|want|wish)?|im (?:trying|looking|hoping|asking)|im here)`;
const EN_WANTED =
  '(?<!(?:dont|do not|not|never|no|didnt|doesnt|you|they|we do|should i) )(?:want|need|wanna)';
const EN_LEAD = `(?:${EN_WANT}|(?:can|could|may|might|cant|couldnt|would|will|shall|should) (?:i|we|you|u)|let me|let us|lets|how (?:do|can|could|would|to)(?: (?:i|we|you|one))?|(?:a )?way|possible|able|where (?:can|do) (?:i|we)|who (?:can|do|should) i|allow me|${EN_WANTED}|please|pls|just|rather|^|^(?:hi|hello|hey|ok|okay|yes|yeah|no|sorry|thanks|but|and|so|i)(?: there)?)${EN_MORE}`;
const EN_TALK =
  '(?:talk|tlak|speak|speek|spek|chat|communicate|connect|interact|deal|get in (?:touch|contact)|get (?:through|hold|ahold|connected)|be connected|be transferred|be put through)(?: (?:directly|now|live|live chat))?(?: (?:to|too|with|of))?';
const EN_TALKING =
  '(?:prefer|rather be|like|love|start|mind) (?:talking|speaking|chatting|dealing) (?:to|with)';
const EN_NOT = '(?<!(?:dont|do not|not|never|didnt|doesnt|without|should you|wont) )';
const EN_PASS = `${EN_NOT}(?:connect|transfer|put|pass|patch|forward|redirect|switch|hand|refer|send|route|get)`;
const EN_OVER =
  '(?: (?:over|through|thru|on|up|straight|directly|back|please|now|in touch|in contact))*';
const EN_BOT =
  '(?:bots?|robots?|chatbots?|machines?|ai|a i|computers?|virtual assistant|ai assistant)';

const EN: WishPatterns = {
  clause: [
    `${EN_LEAD} ?${EN_TALK} ${EN_PERSON}`,
    `${EN_LEAD} (?:contact|reach|call|message|phone) (?:${EN_KIND}(?:human|human being|agent|representative|rep|customer (?:service|support)|support(?: team| staff)?|live (?:chat|support|agent))|(?:a )?(?:real|live|actual|human) (?:person|human|people)|someone)(?= |$)(?! (?:elses?|for me))`,
    `(?:${EN_WANT}|${EN_WANTED}|give me|get me|let me have|request(?:ing)?|demand|asking for)${EN_MORE} (?<! be )${EN_STRICT}${EN_AFTER}`,
    `(?:can|could|may) (?:i|we)${EN_MORE} (?<! be )${EN_STRICT}${EN_AFTER}`,
    `(?:need|want|like|get|prefer) (?:some |more |a |an |to )*(?:help|support|assistance|answers?|reply) from (?:${EN_STRICT}|someone)${EN_AFTER}`,
    `(?:need|want|have|get) (?:someone|somebody|a person|a human) (?:i can |to )?(?:talk|speak|chat) (?:to|with)`,
    `^(?:just |an? )*(?:humans?|(?:real|live|human) (?:agent|person)|representative|agent)(?: please| now)*$`,
    `${EN_TALKING} ${EN_PERSON}`,
    `${EN_PASS} (?:me|us)${EN_OVER} (?:to|with|onto) (?:${EN_PERSON}|another (?:person|agent|human|representative))`,
    `${EN_PASS} (?:this|it|the (?:chat|conversation|call)|my (?:case|issue|problem|question|request))${EN_OVER} (?:to|with) (?:${EN_KIND}(?:human|agent|representative|rep|manager|supervisor|support|staff|customer (?:service|support))|your team|someone who)`,
    `^(?:please )?(?:transfer|connect|switch|hand ?off|hand ?over|forward|escalate|speak|talk|chat)${EN_OVER} (?:to|with) ${EN_PERSON}`,
    `${EN_NOT}(?:get|give|find|bring|fetch|assign|show) (?:me|us) (?:${EN_STRICT}${EN_AFTER}|(?:someone|somebody|anyone)(?: (?:else|please|now|who can help|to talk to|real))*$)`,
    `who (?:can|could|do|should) (?:i|we) (?:talk|speak|chat) (?:to|with)`,
    `escalate (?:this|it|my (?:case|issue|problem|complaint|request))`,
    `(?:is there|are there|do you have) (?:${EN_PERSON})(?: (?:there|here|available|online|around|real|at all))*(?: (?:that |who |whom )?(?:i|we) (?:can|could) (?:talk|speak|chat|contact|reach)| to (?:talk|speak|chat) (?:to|with)| who can (?:help|assist|talk)|(?<= (?:here|available|online|around|there))$)`,
    `^(?:is )?(?:any ?one|any ?body|some ?one|some ?body|a human|any humans?|a (?:real )?person)(?: real| human)? (?:there|here|online|available)$`,
    `(?:can|could|would|will|please have|have|let|may|might) (?:(?:an?|some|your|another) )?(?:(?:real|live|actual|human|support|customer service) )*(?:human|person|agent|representative|rep|staff member|team member|operator|(?:someone|somebody) from (?:your |the |customer )?(?:support|team|staff|service|company)(?: team)?) (?:please )?(?:help|assist|contact|call|take over|answer|look|reply|respond|get back|reach out|join|step in|review|handle|email|take)`,
    `${EN_NOT}(?:get|have|ask|let) (?:someone|somebody|an? (?:agent|person|human|representative)) (?:to )?(?:call|contact|email|reach|talk to|speak to|help) (?:out to )?me`,
    `(?:can|could|would|will|have|please have) (?:someone|somebody|any ?one|you) (?:please )?(?:(?:call|phone|ring) me(?: back)?$|(?:contact|get back to|reach out to) me)`,
    `(?:want|need|request|like|get|have) (?:a )?(?:call ?back|phone call)(?: please| from (?:you|support|someone))*$`,
    `(?:dont|do not|not|never|no longer) (?:want|wanna|wish|like|need)(?: to)?(?: (?:talk|speak|chat|deal|be talking|talking|speaking|chatting|write)(?: (?:to|with))?)?(?: (?:an?|the|this|any|some|your|stupid|dumb))* ${EN_BOT}(?= (?:anymore|any more|please|answers?|repl(?:y|ies)|any longer)|$)`,
    `^(?:please )?(?:no|no more|stop the|enough of the|not (?:a|an|another)|hate this|i hate) ${EN_BOT}(?: please)?$`,
  ],
  alone: `(?:${EN_KIND}(?:hum[ae]ns?|humna|human being|person|persn|agents?|agnet|representati?ves?|representitive|reps?|operators?|advis[eo]r|supervisor|manager|human (?:help|support|assistance|agent)|live (?:chat|support|help|agent|person|human)|support (?:agent|staff|person|team|rep)|customer (?:service|support|care))|(?:someone|somebody|anyone) (?:real|human)|real people|actual people|talk to (?:a )?(?:human|person|someone)|call ?back)`,
};

const ES_PERSON =
  '(?:(?:un|una|uno|el|la|los|su|algun|alguna|algun otro|otra?|uno? de sus|un a) )?(?:personas?(?: (?:real|humana|de verdad|viva|del equipo))?|human[oa]s?|ser humano|agentes?(?: (?:humano|real|en vivo|de soporte|de atencion|de servicio))?|asesor(?:a|es)?|representantes?|operador(?:a|es)?|alguien|ejecutiv[oa]|encargad[oa]|supervisor(?:a)?|gerente|servicio al cliente|servicio de atencion|atencion al cliente|soporte(?: tecnico)?)(?! (?:de (?:viajes?|limpieza|seguros|bolsa)|inmobiliari|secret|comercial|mas pueden|puede usar))';
const ES: WishPatterns = {
  clause: [
    `(?<!(?:no quiero|no necesito|no deseo|tengo que|hay que|sin|debo|deje de) )(?:hablar|ablar|chatear|conversar|comunicarme|contactar(?:me)?|contacto|conectar(?:me)?|platicar|ponerme en contacto) (?:directamente |ya |ahora )?(?:con|a) ${ES_PERSON}`,
    `(?<!no )(?:quiero|necesito|quisiera|deseo|prefiero|dame|deme|busco|solicito) (?:a |que me atienda )?${ES_PERSON}(?=$| (?:por favor|ya|ahora|que|y no|no un|real|humano))(?! que (?:pueda firmar|recoja))`,
    `(?<!no me |no )(?:pasame|paseme|pasarme|pasa|comunicame|comuniqueme|comunicarme|transfiereme|transfierame|transferirme|conectame|conecteme|conectarme|ponme|pongame|ponganme|ponerme|derivame|derivarme|me pasas|me pasa|me comunica|me pones|me (?:puedes|puede|pueden|podrias|podria) (?:pasar|poner|comunicar|conectar|transferir)) (?:con|a) ${ES_PERSON}`,
    `(?:hay|esta) (?:alguien|algun humano|alguna persona)(?: real)? (?:ahi|aqui|con quien|con la que|disponible|que me (?:ayude|atienda|pueda))`,
    `(?:no quiero|no deseo) (?:hablar (?:con|a) )?(?:un |una |mas )?(?:bot|robot|maquina|ia|chatbot)`,
    `ayuda de (?:un agente|un humano|un asesor|una persona)(?: real| de verdad)?$`,
    `(?:me puede|puede|podria|que me) (?:llamar|atender|contactar) (?:alguien|una persona|un agente|un humano)`,
  ],
  alone:
    '(?:(?:un|una|quiero un|quiero una) )?(?:agente(?: humano| en vivo| real)?|humano|persona(?: real| humana)|persona|ser humano|operador|asesor|representante|alguien real|atencion al cliente|servicio al cliente)',
};

const FR_PERSON =
  '(?:(?:un|une|le|la|l|votre|vos|quelques|d un|de l|a un|a une) ?)?(?:personne(?: (?:reelle|humaine|physique))?|vraie personne|vrai (?:humain|conseiller|agent)|etre humain|humaine?|agent(?:e)?(?: (?:humain|reel|en direct|du support|du service client))?|conseill(?:er|ere)|representant|operat(?:eur|rice)|quelqu ?un|quelquun|responsable|service (?:client|clients|clientele)|support(?: technique| client)?|equipe|membre de (?:l ?|votre )equipe|technicien)(?! (?:immobili|de voyages?|de nettoyage|nettoyant|d entretien|secret|dautre puisse|d autre puisse))';
const FR: WishPatterns = {
  clause: [
    `(?<!(?:ne (?:veux|souhaite) pas|dois je|sans|faut il|il faut|pas a|j ?ai|j ?ai deja|avons|n ?ai (?:pas )?besoin de) )(?:parler|discuter|parle|echanger|communiquer|chatter|dialoguer|entrer en contact|etre mis(?:e)? en (?:relation|contact)) (?:directement |maintenant )?(?:avec|a) ${FR_PERSON}`,
    `(?:contacter|joindre|appeler) (?:un (?:conseiller|agent|humain|operateur)|une (?:vraie )?personne|quelqu ?un|(?:le |votre )?(?:service client|service clientele|support))`,
    `(?:je (?:veux|voudrais|souhaite|prefere|desire|demande)|jaimerais|j aimerais|il me faut|jai besoin d|j ai besoin d|donnez moi|donne moi|passez moi|passe moi) ?(?:avoir |parler a )?${FR_PERSON}(?=$| (?:s il|sil|svp|stp|maintenant|pour m aider|pour maider|qui|et pas|pas un|au telephone))`,
    `(?<!ne )(?:mettez|mets|mettre|transferez|transfere|transferer|connectez|connecte|passez|passer|redirigez|orientez)(?: moi| nous)?(?: en (?:relation|contact|communication))? (?:avec|a|vers) ${FR_PERSON}`,
    `me (?:mettre en (?:relation|contact|communication) avec|transferer (?:a|vers)|passer) ${FR_PERSON}`,
    `(?:y a t il|il y a|ya t il) (?:quelqu ?un|un humain|une (?:vraie )?personne|un conseiller)(?: la| ici| de disponible| a qui| pour m ?aider| de reel|$)`,
    `(?:veux pas|souhaite pas|marre)(?: de)? (?:parler (?:a|avec) )?(?:un |une |l |d un |du |ce )?(?:bot|robot|machine|ia|chatbot)`,
    `quelqu ?un (?:peut il|pourrait il|peut|pourrait) (?:me |m )(?:rappeler|appeler|contacter)`,
  ],
  alone:
    '(?:(?:un|une) )?(?:agent(?: humain| reel| en direct)?|humain|etre humain|vraie personne|vrai humain|personne(?: reelle| humaine)|conseiller|conseillere|operateur|representant|service client|service clients|un humain)',
};

const DE_PERSON =
  '(?:(?:ein|eine|einem|einen|einer|dem|der|den|die|ihrem|ihrer|eurem|eurer|irgend) )?(?:(?:echte[mnrs]?|richtige[mnrs]?|reale[mnrs]?|menschliche[mnrs]?|lebende[mnrs]?|wirkliche[mnrs]?|andere[mnrs]?) )*(?:menschen?|person|mitarbeiter(?:in|n)?|kundenberater(?:in)?|berater(?:in)?|agenten?|jemand(?:en|em)?|irgendjemand(?:em|en)?|kundendienst|kundenservice|kundenbetreuung|kundensupport|support(?: team|team|mitarbeiter)?|sachbearbeiter(?:in)?|ansprechpartner(?:in)?|vertreter(?:in)?|service ?mitarbeiter(?:in)?|team|operator|vorgesetzten?)(?! (?:im haushalt|auf dem))';
const DE: WishPatterns = {
  clause: [
    `(?<!(?:muss ich|nicht|ohne) )(?:mit|zu) ${DE_PERSON}(?: (?:aus ihrem team|vom support|von ihnen|direkt|jetzt|bitte|personlich|live|am telefon|telefonisch|daruber))* (?:sprechen|reden|chatten|schreiben|telefonieren|verbinden|verbunden werden|kontakt aufnehmen|unterhalten|weiterverbinden|durchstellen|weiterleiten|in kontakt treten)(?! muss| mussen)`,
    `(?:verbinde[nt]?|sprechen|verbindung|sprich) (?:sie )?(?:mich )?(?:bitte )?(?:direkt )?(?:mit|zu) ${DE_PERSON}`,
    `(?:verbinden|verbinde|leiten|leite|stellen|stell) (?:sie )?mich (?:bitte )?(?:an|mit|zu) ${DE_PERSON}`,
    `(?:ich (?:will|mochte|brauche|wunsche|hatte gern(?:e)?|wurde gern(?:e)?|bevorzuge|verlange)|gib mir|geben sie mir|geben sie mich an) (?:bitte |jetzt |lieber |gern |gerne )*(?:ein|eine|einen)? ?(?:(?:echte[nrs]?|richtige[nrs]?|reale[nrs]?|menschliche[nrs]?) )*(?:menschen?|person|mitarbeiter(?:in)?|kundenberater(?:in)?|berater(?:in)?|ansprechpartner(?:in)?|agenten?)(?=$| (?:sprechen|bitte|jetzt|haben|und keinen|der mir|die mir|statt))`,
    `(?:mitarbeiter(?:in)?|berater(?:in)?|menschen?|jemanden|kundendienst|kundenservice|ansprechpartner) (?:direkt |personlich |vom support |aus ihrem team |vom team )?(?:sprechen|erreichen|kontaktieren)(?! konnen wir)`,
    `(?:kann|konnte) (?:mich )?(?:jemand|ein mensch|ein mitarbeiter|eine person)(?: aus ihrem team| vom support)? (?:mich )?(?:anrufen|zuruckrufen|kontaktieren|ubernehmen)`,
    `(?:ist|gibt es) (?:hier |da |dort )?(?:jemand(?:en)?|ein(?:en)? (?:echter |echten )?mensch(?:en)?)(?: (?:da|hier|erreichbar|online|mit dem ich|der mir helfen))`,
    `(?:ist|gibt es) (?:hier |da |dort )?ein(?:en)? (?:echter|echten|richtiger|richtigen) menschen?$`,
    `gibt es (?:hier|da|dort) einen? menschen?$`,
    `(?:nicht|keine lust) (?:mit|auf) (?:einem|einer|einen|eine) (?:bot|roboter|maschine|ki|chatbot|computer)`,
    `(?:will|mochte|brauche) keinen? (?:bot|roboter|chatbot|maschine|ki)$`,
  ],
  alone:
    '(?:(?:ein|eine|einen) )?(?:(?:echter|echte|richtiger|richtige|menschlicher) )?(?:mensch|menschen|person|mitarbeiter|mitarbeiterin|berater|kundenberater|agent|kundendienst|kundenservice|ansprechpartner|support mitarbeiter|kundensupport)',
};

const PT_PERSON =
  '(?:(?:um|uma|o|a|algum|alguma|outro|outra|seu|sua|um a) )?(?:pessoas?(?: (?:real|de verdade|humana))?|human[oa]|ser humano|atendente(?: (?:humano|real))?|agente(?: (?:humano|real|de suporte|de atendimento))?|representante|operador(?:a)?|alguem|funcionari[oa]|gerente|supervisor(?:a)?|atendimento(?: humano| ao cliente)?|suporte(?: tecnico)?|consultor(?:a)?|equipe|equipa)(?! (?:de (?:viagens?|limpeza|seguros)|imobiliari|secret))';
const PT: WishPatterns = {
  clause: [
    `(?<!(?:nao quero|nao preciso|tenho que|preciso mesmo|sem|tenho de) )(?:falar|conversar|falo|conectar|entrar em contato|entrar em contacto|comunicar|contactar) (?:diretamente |agora |logo )?(?:com|a) ${PT_PERSON}`,
    `(?<!nao )(?:quero|preciso de|preciso|queria|gostaria de|desejo|prefiro|solicito|me da|me de) (?:ser atendid[oa] por |ter )?${PT_PERSON}(?=$| (?:por favor|agora|ja|que|e nao|real))`,
    `(?:me |pode me |podem me )?(?:passa|passe|passar|transfere|transfira|transferir|conecta|conecte|conectar|encaminha|encaminhe|encaminhar|coloca|coloque|ponha)(?:r)?(?: me)? (?:para|com|pra|a) ${PT_PERSON}`,
    `(?:tem|ha|existe) (?:alguem|algum humano|alguma pessoa|algum atendente)(?: real)? (?:ai|aqui|disponivel|com quem|que possa me|para me atender|online)`,
    `nao quero (?:falar com |conversar com )?(?:um |uma |o )?(?:bot|robo|maquina|ia|chatbot)`,
    `alguem (?:pode|poderia) me (?:ligar|contatar|contactar|atender)`,
  ],
  alone:
    '(?:(?:um|uma) )?(?:atendente(?: humano)?|agente(?: humano)?|humano|ser humano|pessoa(?: real| de verdade)?|operador|representante|atendimento humano|falar com atendente|suporte humano)',
};

const IT_PERSON =
  '(?:(?:un|una|uno|il|la|l|il vostro|qualche|altro) ?)?(?:(?:vera|vero) )?(?:persona(?: (?:reale|vera|umana|in carne e ossa))?|uman[oa]|essere umano|operator[ei]|operatrice|agente(?: (?:umano|reale|dell assistenza))?|assistente umano|rappresentante|qualcuno|responsabile|servizio clienti|assistenza(?: clienti)?|addett[oa]|consulente|supporto(?: tecnico)?|supervisore)(?! (?:immobiliare|di viaggio|segret|di pulizia|pulente|detergente))';
const IT: WishPatterns = {
  clause: [
    `(?<!(?:non voglio|devo per forza|senza|bisogna|devo) )(?:parlare|parlo|chattare|comunicare|essere messo in contatto|mettermi in contatto|entrare in contatto|conversare) (?:direttamente |subito |ora )?(?:con|ad|a) ${IT_PERSON}`,
    `(?:contattare|chiamare|raggiungere) (?:un (?:operatore|essere umano|agente|umano)|una persona(?: reale| vera)?|il servizio clienti|l ?assistenza|qualcuno)`,
    `(?<!non )(?:voglio|vorrei|preferisco|ho bisogno di|mi serve|datemi|dammi|desidero|richiedo|passatemi|passami|mi passi|mi passa) ${IT_PERSON}(?=$| (?:per favore|subito|ora|adesso|che|e non|vera|reale))`,
    `(?:passami|passatemi|mi passi|mi passa|trasferiscimi|trasferitemi|trasferirmi|collegami|collegatemi|collegarmi|mettimi in contatto|mettetemi in contatto|mettermi in contatto|connettimi|connettermi) (?:a|ad|con) ${IT_PERSON}`,
    `(?:c e|ce|esiste) (?:qualcuno|una persona|un umano|un operatore)(?: reale| vera)? (?:li|qui|la|disponibile|con cui|che (?:mi )?(?:possa|puo) aiutarmi|che mi)`,
    `non voglio (?:parlare con )?(?:un |una |il )?(?:bot|robot|macchina|ia|chatbot)`,
    `qualcuno (?:puo|potrebbe) (?:chiamarmi|contattarmi|richiamarmi)|(?:mi puo|puo) (?:chiamare|richiamare|contattare) qualcuno`,
  ],
  alone:
    '(?:(?:un|una) ?)?(?:operatore(?: umano)?|operatrice|agente(?: umano)?|umano|essere umano|persona(?: reale| vera)?|vera persona|rappresentante|servizio clienti|assistenza clienti)',
};

const NL_PERSON =
  '(?:(?:een|de|het|jullie|uw|iemand van de|iemand van jullie) )?(?:(?:echt[e]?|levende?|menselijke?|werkelijke?|andere?) )*(?:mens|mensen|persoon|medewerker|medewerkster|agent|iemand|klantenservice|klantendienst|helpdesk|support(?: team|medewerker)?|vertegenwoordiger|adviseur|operator|leidinggevende|manager|team|servicemedewerker)(?! (?:thuis zijn|op de foto))';
const NL: WishPatterns = {
  clause: [
    `(?<!(?:moet ik|niet|zonder) )met ${NL_PERSON}(?: (?:van jullie|van het team|direct|nu|graag|echts|anders|van de klantenservice))* (?:spreken|praten|chatten|bellen|overleggen|in contact komen|worden doorverbonden|doorverbonden worden|verbonden worden|te spreken|te praten|contact|contact opnemen)`,
    `(?:spreken|praten|chatten|praat|spreek|contact|verbinden|doorverbinden|verbind me|verbind mij) (?:met|door met) ${NL_PERSON}`,
    `(?:verbind|schakel|zet) (?:me|mij) (?:alsjeblieft |aub |graag )*(?:door )?(?:met|naar|aan) ${NL_PERSON}`,
    `(?:kun je|kunt u|kan je|wil je) (?:me|mij) (?:alsjeblieft |even )*(?:met |naar )?(?:met|naar|door) ?${NL_PERSON}(?: door)?(?: ?verbinden| ?doorverbinden| ?doorsturen)`,
    `(?:ik (?:wil|wens|zoek|heb liever|eis)|geef me|geef mij|mag ik|ik wil graag) (?:graag |nu |alsjeblieft )*${NL_PERSON}(?: spreken)?(?=$| (?:aub|alsjeblieft|alstublieft|nu|spreken|die|en geen))(?<! iemand)`,
    `(?:iemand|een (?:echt )?mens|een medewerker) (?:spreken|aan de lijn|aan de telefoon)`,
    `(?:is er|zijn er) (?:iemand|een (?:echt )?mens|een medewerker|een (?:echte )?persoon) (?:daar|aanwezig|beschikbaar|die ik kan spreken|met wie ik|om mee te praten|die me kan helpen)`,
    `(?:niet met|geen|wil geen) (?:een )?(?:bot|robot|chatbot|machine|computer)(?: praten| spreken)?$`,
    `kan iemand (?:me|mij) (?:terug ?bellen|bellen|contacteren)`,
  ],
  alone:
    '(?:een )?(?:(?:echt|echte|menselijke) )?(?:mens|medewerker|agent|persoon|klantenservice|vertegenwoordiger|servicemedewerker|live chat|operator)',
};

const PL_PERSON =
  '(?:(?:prawdziw\\w+|zywy\\w*|zywa|zywym|jakas|jakims|innym|inna|waszym|panstwa) )*(?:czlowiek\\w*|osob[aey]?|konsultant\\w*|agent(?:em|a|ka)?|pracowniki?\\w*|kims|ktos|kogos|przedstawiciel\\w*|doradc\\w*|obslug\\w*(?: klienta)?|biur\\w* obslugi|operator\\w*|kierownik\\w*|supportem|wsparciem|zespolem)(?! (?:nieruchomosci|ubezpieczeniow))';
const PL: WishPatterns = {
  clause: [
    `(?<!(?:nie chce|musze|bez|nie) )(?:rozmawiac|porozmawiac|pogadac|mowic|pomowic|polaczyc(?: sie)?|skontaktowac(?: sie)?|polaczenie|kontakt|rozmowa|rozmowe|czatowac|porozmawiam|gadac) (?:bezposrednio |teraz )?z(?:e)? ${PL_PERSON}`,
    `(?:polacz|polaczcie|przelacz|przelaczcie|polaczyc|przelaczyc|przekieruj|skontaktuj)(?: mnie| mna| nas)? (?:mnie |prosze )*(?:z|ze|do|na) ${PL_PERSON}`,
    `(?:prosze|poprosze|mozecie|moze pan|czy mozesz)(?: o)? (?:mnie )?(?:polaczyc|polaczenie|przelaczyc|przelaczenie|rozmowe|kontakt)(?: mnie)? (?:z|ze|do) ${PL_PERSON}`,
    `(?<!nie )(?:chce|potrzebuje|wole|poprosze|dajcie mi|daj mi|chcialbym|chcialabym|prosze o) (?:zywego |prawdziwego )?(?:czlowieka|konsultanta|agenta|prawdziwa osobe|pracownika|doradce|konsultantke)(?=$| (?:prosze|teraz|ktory|a nie))`,
    `(?:czy )?jest (?:tu|tam) (?:ktos|jakis czlowiek|czlowiek|jakas osoba)(?: zywy| prawdziwy)?$`,
    `nie chce (?:rozmawiac |gadac |pisac )?(?:z )?(?:bot\\w*|robot\\w*|maszyn\\w*|ai|automat\\w*)`,
    `czy (?:ktos|konsultant) moze (?:do mnie )?(?:zadzwonic|oddzwonic|sie ze mna skontaktowac)`,
  ],
  alone:
    '(?:czlowiek|konsultant|agent|zywy czlowiek|prawdziwy czlowiek|osoba|prawdziwa osoba|obsluga klienta|pracownik|doradca|rozmowa z konsultantem)',
};

const TR_PERSON =
  '(?:(?:gercek|canli|bir|baska|yetkili|musteri) )*(?:insan|kisi|temsilci|musteri temsilcisi|temsilcisi|yetkili|operator|biri|birisi|birileri|musteri hizmetleri|canli destek|destek ekibi|gorevli|calisan|asistan olmayan biri)';
const TR: WishPatterns = {
  clause: [
    `${TR_PERSON}[\\p{L}]*(?: ile)?(?: (?:hemen|simdi|lutfen|direkt|canli|nasil|telefonda))* (?:gorus|konus|yazis|iletisim|iletisime|sohbet|baglan)(?!\\p{L}* istemiyorum)(?!\\p{L}*(?:mali|mam gerek|mak zorunda|t[ui][mk](?= |$)|mustum))\\p{L}*`,
    `(?:beni|bizi) (?:lutfen |hemen )*${TR_PERSON}[\\p{L}]* (?:lutfen )?(?:bagla|aktar|yonlendir)\\p{L}*`,
    `${TR_PERSON}[\\p{L}]* (?:bagla|aktar|yonlendir)(?!\\p{L}*ma)\\p{L}*`,
    `(?:gercek|canli) (?:bir )?(?:insan|kisi|temsilci)\\p{L}* (?:istiyorum|lazim|var mi|ariyorum)`,
    `(?:temsilci|insan|yetkili|musteri temsilcisi|canli destek) (?:istiyorum|lazim)`,
    `(?:bot|robot|makine)\\p{L}* (?:ile )?(?:konusmak|gorusmek|yazismak)? ?istemiyorum`,
    `(?:orada|burada) (?:kimse|biri|birisi|gercek biri) var mi`,
    `(?:biri|birisi|bir yetkili) beni (?:arayabilir|arasin|ara)\\p{L}*`,
  ],
  alone:
    '(?:(?:gercek|canli|bir) )*(?:insan|temsilci|musteri temsilcisi|operator|yetkili|canli destek|musteri hizmetleri)',
};

const AR_PERSON =
  '(?:(?:ال|ل|ب|مع |الي |الى )*(?:شخص|انسان|موظف|ممثل|وكيل خدمه|مندوب خدمه|احد|حدا|مسؤول|مسوول|مشرف|انسان حقيقي|بشر|فريق الدعم|خدمه العملاء|الدعم|احد الموظفين|احدهم|بشري))';
const AR: WishPatterns = {
  clause: [
    `(?<!لا اريد |لا اريد ان |بدون |لا احتاج الي |لا احتاج ان )(?:التحدث|اتحدث|الحديث|اتكلم|التكلم|الكلام|احكي|اكلم|التواصل|اتواصل|محادثه|نتحدث|تكلم|تحدث) ?(?:مباشره )?(?:مع|الي|ل|ب)? ?${AR_PERSON}`,
    `(?:حول(?:ني|وني|يني)?|وصل(?:ني|وني)|تحويلي|توصيلي|اوصلني|صلني|نقلي) ?(?:من فضلك )?(?:الي|ل|مع|ب)? ?${AR_PERSON}`,
    `(?<!لا )(?:اريد|احتاج|ابغي|ابي|بدي|عايز|ارغب في) (?:الي )?(?:شخصا?|انسانا?|موظفا?|ممثلا?)(?: حقيقيا?| بشريا?| خدمه العملاء| دعم)?(?=$| (?:من فضلك|لو سمحت|الان))`,
    `(?:هل )?(?:يوجد|هناك|في) (?:احد|شخص|موظف|انسان)(?: حقيقي)? (?:هنا|هناك|متاح|يمكنني|اتحدث|اكلمه)`,
    `لا اريد (?:ان )?(?:التحدث|اتحدث|اتكلم)? ?(?:مع|الي)? ?(?:ال)?(?:روبوت|بوت|اله|برنامج)`,
  ],
  alone:
    '(?:شخص(?: حقيقي)?|انسان(?: حقيقي)?|موظف(?: خدمه العملاء| حقيقي| بشري)?|ممثل(?: خدمه العملاء)?|خدمه العملاء|وكيل بشري|بشري|الدعم البشري)',
};

const HE_PERSON =
  '(?:(?:עם|אל|ל|מול) ?)?(?:ה|ל)?(?:בן אדם|אדם|בנאדם|נציג(?:ה|ת)?(?: שירות| אנושי(?:ת)?| תמיכה)?|מישהו|מישהי|אנשים|שירות (?:ה)?לקוחות|איש צוות|מנהל(?:ת)?|תמיכה|מוקדן|מוקדנית|צוות)(?! נדל)';
const HE: WishPatterns = {
  clause: [
    `(?<!לא רוצה |לא צריך |צריך באמת |בלי |חייב )(?:לדבר|לשוחח|לדבר ישירות|להתכתב|ליצור קשר|להתקשר|דברו|לתקשר) ${HE_PERSON}`,
    `(?:תעביר|תעבירי|תעבירו|העבירו|העבר|להעביר|תחבר|תחברו|חברו|לחבר)(?: אותי| לי)? (?:בבקשה )?${HE_PERSON}`,
    `(?<!לא )(?:רוצה|צריך|צריכה|מבקש|מבקשת|תן לי|תני לי|תנו לי|אפשר) (?:רק )?(?:נציג(?:ה|ת)?(?: אנושי(?:ת)?| שירות)?|בן אדם|אדם אמיתי|נציג אמיתי|מענה אנושי)(?=$| (?:בבקשה|עכשיו|אמיתי|ולא|אנושי))`,
    `(?:יש|האם יש) (?:שם |פה |כאן )?(?:מישהו|בן אדם|נציג)(?: אמיתי)? (?:שם|פה|כאן|זמין|שאפשר לדבר|לדבר|שיכול לעזור)`,
    `לא רוצה (?:לדבר )?(?:עם )?(?:ה)?(?:בוט|רובוט|מכונה|מחשב)`,
  ],
  alone:
    '(?:נציג(?:ה|ת)?(?: אנושי(?:ת)?| שירות)?|בן אדם|בנאדם|אדם אמיתי|אנושי|מענה אנושי|שירות לקוחות|נציג בבקשה)',
};

/** Written without spaces: found anywhere in a clause, spaces taken out. */
const JA: WishPatterns = {
  clause: [
    '(?:人間|担当者|オペレーター|オペレータ|スタッフ|係の人|係員|有人|生身の人|本物の人|サポートの人|カスタマーサポート|カスタマーサービス|人|誰か|エージェント)(?:の方|さん|の人)?(?:と|に|へ)(?:直接|すぐ|今すぐ|電話で|チャットで)?(?:話|はな|相談|チャット|つな|繋|連絡|問い合わせ|代わ|かわ|替わ|取り次|取次|転送|引き継)(?!さなくて|さずに|したくな|したくあり|しました|していまし|した(?!い))',
    '(?:人間|担当者|オペレーター|スタッフ|有人)(?:の)?(?:対応|サポート|チャット)(?:を|に|が)?(?:して|お願|希望|切り替|ほし|欲し|いい|良い)',
    '(?:人間|担当者|オペレーター|担当の方|スタッフの方|エージェント)(?:を|に|と)?(?:お願い|ください|下さい|呼んで|出して|希望|代わって|かわって|はいますか|いますか)',
    '(?:ボット|ロボット|ai|機械)(?:とは?|じゃ|では)(?:話したくな|嫌|いや|なく(?:て)?(?:人|担当))',
  ],
  alone:
    '(?:人間|担当者|オペレーター|オペレータ|エージェント|有人チャット|有人対応|人と話したい|スタッフ)',
};

const KO: WishPatterns = {
  clause: [
    '(?:사람|상담원|상담사|직원|담당자|상담직원|고객센터|실제사람|진짜사람|누군가|누구|매니저|책임자|에이전트)(?:분)?(?:과|와|이랑|랑|하고|에게|한테|으로|로|을|를|이|가)?(?:직접|바로|좀|지금|통화)*(?:이야기|얘기|대화|통화|상담|연결|채팅|말하|말씀|연락|바꿔|불러|문의)(?!하고싶지않|하지않|했|한적|하셨)',
    '(?:사람|상담원|상담사|직원|담당자)(?:을|를|이|가)?(?:원해|원합|필요|바꿔|부탁|불러|주세요)',
    '(?:봇|로봇|기계|ai|챗봇)(?:이랑|랑|과|와|하고)?(?:말고|말하기싫|대화하기싫|얘기하기싫|이야기하고싶지)',
  ],
  alone: '(?:사람|상담원|상담사|상담원연결|상담사연결|직원|담당자|고객센터|상담원부탁)',
};

const ZH: WishPatterns = {
  clause: [
    '(?:转|轉|接|找|要|叫|换|換|联系|聯繫|需要|想要|请|請|人工|真人)(?:一下|一个|一位|一個|给我|给|個|个|到|下)*(?:人工|真人|客服人员|客服人員|客服专员|人工客服|人工服务|人工服務|真人客服|活人)',
    '(?:和|跟|与|與|同|找|向)(?:你们的|一个|一位|一個|你們的|个)*(?:人工|真人|真正的人|活人|人类|人類|客服|客服人员|客服人員|工作人员|工作人員|人|代表|专员|專員|经理|主管|支持人员|某人)(?:直接)?(?:说话|說話|聊|交谈|交談|谈|談|对话|對話|沟通|溝通|通话|讲话|讲|说|咨询)(?!过|過|了)',
    '(?:联系|聯繫|转接|轉接|转|轉|接通|找)(?:一下|给|到|你们的|你們的|在线)*(?:客服|客服人员|工作人员|专员|人工)(?!电话|電話|时间|時間|邮箱|工作时间)',
    '叫(?:一下|你们的|你們的|你们|你們)?(?:经理|經理|主管)',
    '(?:真人|人工)(?:客服)?在(?:吗|嗎)',
    '(?:不想|不要|别)(?:再)?(?:和|跟|与)?(?:机器人|機器人|ai|机器)(?:说话|聊|聊天|对话|回答|回复)?',
    '(?:有没有|有沒有|有)(?:真人|活人|人工)(?:客服)?(?:吗|嗎|在|可以)?',
  ],
  alone:
    '(?:人工|真人|人工客服|人工服务|人工服務|真人客服|客服|转人工|轉人工|转客服|活人|客服人员)',
};

/** Word boundaries hold in these. */
export const SPACED: readonly WishPatterns[] = [EN, ES, FR, DE, PT, IT, NL, PL, TR, AR, HE];

/** Spaces mean nothing in these. */
export const UNSPACED: readonly WishPatterns[] = [JA, KO, ZH];
