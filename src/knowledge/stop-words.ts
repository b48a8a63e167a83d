/**
 * Words that say nothing about what is asked for, by language, in lower case. Apostrophes split words, so `don’t` is
 * here as `don`; single letters never count as words.
 */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`
    about above actually after again all almost already also although always am an and another any anybody anyone
    anything anyway are aren around as ask asking at be because been before being below best better between both but by
    can cannot cant come coming could couldn did didn do does doesn doing don done dont during each either else ever
    every everything exactly few find first for from further get gets getting give given gives go goes going gonna good
    able got gotta guys had hadn happen happened happening happens has hasn have haven having he hello help her here hers hey
    hi him his how however if im in into is isn it its itself ive just kind know known let lets like ll looking lot long
    make makes making many may maybe me mean might mine more most much must my myself need needed needs neither never next
    no nor not nothing now of off ok okay on once one only or other others otherwise our ours out over own perhaps please problem
    issue trouble pls possible possibly put question quite rather re really right said same say see seem shall she should shouldn
    since so some somebody somehow someone something sorry still such supposed sure take takes taking tell than thank
    thanks that thats the their theirs them then there these they thing things think this those though through til till to
    together told too tried try trying two under until up upon us use used using ve very via wanna want wanted wants was
    wasn way we well were weren what whats whatever when whenever where wheres whether which while who whom whose why
    will with within without won wonder wondering work works would wouldn yes yet you your youre yours yourself`),
  es: words(`
    al algo alguien algun alguna algunas alguno algunos ante antes aqui asi aunque ayuda bien buenas buenos cada como con
    cosa cual cuales cualquier cuando cuanta cuantas cuanto cuantos cuento da dar de debe debo decir del desde dia dias
    donde dos el ella ellas ellos en entre era eres es esa esas ese eso esos esta estan estar estas este esto estos estoy
    favor gracias ha hace hacer hacia han hasta hay haya he hemos hola la las le les lo los mas me mi mis mucho muchos muy
    nada necesito ni no nos nosotros nuestra nuestro o os otra otro para pero poco podria podeis por porque puede pueden
    puedo pues que quien quiere quiero quisiera saber se sea ser si sido sin sobre solo son soy su sus tal tambien tanto te
    tener tengo ti tiene tienen toda todas todo todos tu tus un una unas uno unos usted ustedes va vez voy y ya yo`),
  fr: words(`
    ai aide aider alors apres as au aucun aucune aussi autre autres aux avant avec avez avoir avons bien bonjour bonsoir
    ca ce cela celle celles celui ces cet cette ceux chaque chez combien comme comment dans de depuis des deux devrais doit
    dois donc du elle elles en encore entre es est et etaient etait etes etre eu eux faire fait faites faut fois font ici
    il ils je jusqu la le les leur leurs lui ma mais me meme memes merci mes moi moins mon ne ni non nos notre nous on ont
    ou oui par parce pas peu peut peux plait plus possible pour pourquoi pourrais pouvez qu quand que quel quelle quelles
    quelque quels qui quoi sa sais salut sans se sera ses si sinon son sont sous suis sur svp ta te tes toi ton tous tout
    toute toutes tres tu un une va vais vers veux voir voudrais vos votre voulez vous y`),
  de: words(`
    ab aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bekomme bekommen bin
    bis bitte bist da dabei dafur damit dann daran darauf darf das dass davon dazu dein deine dem den denn der des die dies
    diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach er es etwas euch euer
    eure fur ganz gegen geht genau gerne gibt guten habe haben habt hallo hat hatte hatten hier hilfe hilft ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jetzt kann kannst kein keine keinen
    konnen konnt konnte konnten lange machen macht man mehr mein meine meinem meinen meiner mich mir mit moglich mochte muss
    mussen nach nein nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so soll sollte
    sondern sonst tag tun uber um und uns unser unsere unter viel viele vielen vom von vor wann war waren warum was weil
    welche welcher welches wenn wer werde werden wie wieder wieviel will wir wird wissen wo wurde wurden zu zum zur zwei
    zwischen`),
  pt: words(`
    ainda ajuda algo alguem algum alguma alguns ao aos apos aquela aquele aquilo as assim ate bem boa bom cada com como
    consigo da dar das de dela dele deles depois desde deve devo dia dias do dois dos duas ela elas ele eles em entre era
    essa essas esse esses esta estao estar estas este estes estou eu faco favor fazer foi foram gostaria ha isso isto ja
    la lhe mais mas me mesmo meu meus minha minhas muito na nada nao nas nem no nos nossa nosso num numa obrigada obrigado
    oi ola onde os ou para pela pelas pelo pelos pode podem poderia por porque posso pouco pra precisa preciso qual quais
    qualquer quando quanta quantas quanto quantos que quem quer queria quero saber sao se seja sem sempre ser seu seus si
    sim so sobre sou sua suas tal tambem tem temos tenho ter teu tinha toda todas todo todos tu tua tudo um uma umas uns
    vai voce voces vos vou`),
  it: words(`
    abbiamo agli ai aiuto al alla alle allo altra altre altri altro anche ancora avere avete bene buona buongiorno buonasera
    che chi ci ciao cio come con cosa cosi cui da dagli dai dal dalla dalle dallo degli dei del dell della delle dello dentro
    deve devo di dopo dove due ed era essere fa fare fatto favore fra gia gli grazie ha hai hanno ho il in io la le lei li
    lo loro lui ma me mi mia mie miei mio molto ne negli nei nel nella nelle nello niente no noi non nostra nostro ogni
    oppure per perche piu poco poi posso possibile possono potete potrei prima pro puo qual quale quali qualche qualcosa
    qualcuno quando quanta quante quanti quanto quella quelle quelli quello questa queste questi questo qui sapere se sei
    sempre senza si sia siamo sono sta sto su sua sue sugli sui sul sulla sulle suo suoi tra tu tua tue tuo tuoi tutta
    tutte tutti tutto un una uno va vi voglio voi vorrei vostra vostro`),
  nl: words(`
    aan al alle alleen alles als alsjeblieft alstublieft altijd andere bedankt ben bent bij binnen dag dan dank dat de der
    deze die dit doe doen doet door dus dus een eens en er erg ergens etc even ga gaan gaat geen goed goede graag haar had
    hallo hard heb hebben hebt heeft hem hen het hier hij hoe hoeveel hoi hulp hun iemand iets ik in is ja jaar je jij jou
    jouw jullie kan kom komt krijg krijgen kun kunnen kunt laat lang maar maken me mee meer met mij mijn moet moeten mogelijk
    na naar niet niets nog nou nu of om omdat ons onze ook op over per staat te tegen toch toe tot twee u uit uw van
    vanaf veel via vind voor waar waarom wanneer want was wat we weer wel welk welke weten wie wij wil willen word worden
    wordt ze zelf zich zij zijn zo zonder zou`),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
