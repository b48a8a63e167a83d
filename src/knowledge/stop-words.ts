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
    make makes making many may maybe me mean meaning means might mine more most much must my myself need needed needs neither never next
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
    tener tengo ti tiene tienen toda todas todo todos tu tus un una unas uno unos usted ustedes va vez voy y ya yo doy quedado pasa tarda sirve funciona
    quisieramos dime decirme hago hacen digo tuve tenia`),
  fr: words(`
    ai aide aider alors apres as au aucun aucune aussi autre autres aux avant avec avez avoir avons bien bonjour bonsoir
    puis prend prendre ca ce cela celle celles celui ces cet cette ceux chaque chez combien comme comment dans de depuis des deux devrais doit
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
    zwischen bekam braucht brauche finde finden findet gehen gerade gibts ging kam kamen komme kommen kommt lassen meinem
    passiert sagen sag schon stimmt wohin woher wofur wozu worauf bekommt hab hatt wurden erfahren etwa`),
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
    wordt ze zelf zich zij zijn zo zonder zou betekent gebeurt krijgt wil wilt kreeg wordt waarvoor waarmee`),
  pl: words(`
    aby albo ale az bardzo bez bo bym być byc był była było były będzie bedzie chce chciałbym chciałabym ci co cos czego czemu
    czy czyli dla dlaczego do dobry dzień dzien gdy gdzie go ich ile im inne ja jak jaka jaki jakie jako je jego jej jest
    jestem jesli jeszcze juz kiedy kto ktora ktore ktory ku ma macie mam mamy mi mnie moge moj moja moje mojego mojej moze
    mozna mozecie mozliwe musi musze na nad nam nas nasz nie nich niej nim no od on ona one oni oraz pan pani po pod poniewaz
    potrzebuje powinienem prosze przed przez przy sa sie skad sobie ta tak taka taki takie tam te tego tej tez to trzeba tu
    twoj ty tylko tym u w we wiec witam wy z za ze zeby zrobic`),
  tr: words(`
    acaba ama bana bazi beni benim bir biraz biri bize bizi bu bunu cok da daha de degil diye edebilir ederim eder etmek
    ediyor edecek en gibi gerek gerekiyor gore hangi hem hep her hic icin ile ise istiyorum ister iyi kac kadar kendi ki kim
    lazim lutfen merhaba mi mı mu mü musunuz misiniz nasıl nasil ne neden nedir nerede nereden nereye nicin olarak olabilir
    olacak olan oldu olur olmak onu orada sadece selam sen size sizi sonra su tum var ve veya ya yapabilir yapmak yapmam
    yapmali yok zaman mıyım miyim alabilir alir alır`),
  ar: words(`
    اريد استطيع اذا الى الي ان انا او اي اين ايضا بعد بكم بين تم ثم حتى حول دون ذلك عن عند عندما على علي غير في فيه قبل قد كان كل
    كم كيف لا لاي لدي لقد لكن لم لماذا له لي ليس ما ماذا متى متي مثل مع من منذ مرحبا نحن هذا هذه هل هنا هناك هو هي هم و يا يمكن
    يمكنني يوجد شكرا فضلك`),
  he: words(`
    אבל או אותו אותי אחרי אי איך איפה אין אל אם אני אנחנו אפשר את אתם בבקשה בין גם האם הוא היא היי היה זה זאת יש כי כל כמה כן
    לא לאן לי לנו לפני למה מאיפה מה מי מתי נא עד עוד על עם צריך צריכה רוצה רק של שלי שלום שלכם תודה`),
  ja: words(`
    あり ある い いう いつ いる う お おり か が かっ から き くださ ください この これ こと ご さ さん し しか した して しまい す する
    ず せ せる そ その それ た たい ため たり だ だっ つ て で でき できる です でし でしょ と とき という どう どこ どの どれ な ない なく
    なぜ なっ なに なり なる なん に ね の ので は ば へ ほしい ま ませ まし ます まで まし も もの や よ よう より ら られ られる り れ れる
    を ん 何 方法 教え 教える 知り 場合 ちょっと お願い`),
  ko: words(`
    그 그리고 나 내 너 는 다 더 되나요 되요 때 또 무엇 뭐 있나요 있어요 수 싶어요 안 어디 어떻게 어떤 언제 얼마 왜 이 저 제 좀 하고 하나요
    하는 하면 할 해요 합니까 합니다 주세요 알려주세요 되는 건가요 인가요 안녕하세요 감사합니다`),
  zh: words(`
    一下 不 不了 为什么 也 了 什么 什麼 你 你们 你們 们 們 个 個 以 会 會 你好 到 去 可 可以 吗 嗎 呢 和 哪 哪里 哪裡 哪儿 啊 在 多 多久 多少 她 好
    如何 它 对 對 就 已经 已經 师 帮 幫 应该 應該 怎 怎么 怎么样 怎麼 想 我 我们 我們 我想 把 是 是否 有 没 沒 没有 沒有 的 知道 给 給 能 能否
    要 请 請 请问 請問 谁 誰 过 過 还 還 这 這 这个 這個 那 那个 那個 都 需要 谢谢 謝謝 您 吧`),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
