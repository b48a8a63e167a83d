import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'ja'> = {
  'person.edit': '編集',
  'person.share': '共有して接続',
  'person.send': 'チームに送る',
  'person.keep': '{assistant}との会話を続ける',

  'email.title': 'メールアドレスを残す',
  'email.instead': '代わりにメールアドレスを残す',
  'email.name': 'メールアドレス',
  'email.hint': '離れた場合に返信するために使います',
  'email.lead': 'チームがこのアドレスに返信します。',
  'email.your-name': 'お名前',

  'team.usual': { other: '返信までの目安は約{count}分です。' },
  'team.back': '{weekday} {time}に戻ります。メッセージを残せます。',

  'queue.next': '次があなたの番です',
  'queue.place': '{number}番目にお待ちです',
  'queue.more': '+{count}',
  'queue.wait': {
    other:
      '通常、約{count}分で担当者が参加します。このウィンドウは閉じてもかまいません。順番はそのままです。',
  },
  'queue.wait.range': {
    other:
      '通常、{from}～{count}分で担当者が参加します。このウィンドウは閉じてもかまいません。順番はそのままです。',
  },
  'queue.wait.short': '通常、1分以内に担当者が参加します。',
  'queue.slow.email':
    'このままお待ちいただくか、メールアドレスを残していただければメールで返信します。',
  'queue.ticket': 'リクエストをチームが受け取りました',
  'queue.ticket.soon': '{email}に返信します。',
  'queue.ticket.soon.no-email': '返信を受け取るにはメールアドレスを入力してください。',
  'queue.ticket.email': 'チケット番号{id}。{email}に返信します。',
  'queue.ticket.no-email': 'チケット番号{id}。返信を受け取るにはメールアドレスを入力してください。',

  'notice.ended.timeout.minutes': {
    other: '{count}分間メッセージがなかったため、このチャットは終了しました。',
  },

  'say.place': '{number}番目にお待ちです。',

  'files.attach': 'ファイルを添付',
  'files.drop': 'ファイルをドロップして添付',
  'files.remove': '{file}を取り除く',
  'files.cancel': '{file}のアップロードを中止',
  'files.uploading': '{file}をアップロード中',
  'files.too-big': '{file}は大きすぎます。上限は{size}です。',
  'files.refused': '{extension}ファイルは送信できません。',
  'files.failed': '{file}をアップロードできませんでした。',
  'files.too-many': { other: '添付できるファイルは{count}個までです。' },
  'files.ai': '{assistant}はファイルを開けません。担当者と話すときにチームに届きます。',

  'say.file.added': '{file}を追加しました。',
  'say.file.uploaded': '{file}をアップロードしました。',

  'rating.name': 'このチャットを評価',
  'rating.question': '{firstName}さんの対応はいかがでしたか？',
  'rating.question.team': '私たちの対応はいかがでしたか？',
  'rating.bad': '悪い',
  'rating.poor': 'やや悪い',
  'rating.okay': '普通',
  'rating.good': '良い',
  'rating.great': 'とても良い',
  'rating.send': '評価を送信',
  'rating.thanks': '評価をありがとうございます。',
  'rating.failed': '評価を送信できませんでした。',

  'rich.unsupported': 'このメッセージはここでは表示できません。',
  'rich.survey': 'このチャットを評価',

  'image.from': '{name}さんからの画像',
  'image.title': '画像 {file}',
  'image.close': '閉じる',
  'file.unnamed': 'ファイル',
  'file.download': '{file}をダウンロード',
  'media.loading': '読み込み中…',
  'media.failed': '{file}を読み込めませんでした。',
  'media.refused': '{file}はここでは表示できません。',

  'carousel.role': 'カルーセル',
  'carousel.name': '選択肢',
  'carousel.item': '{total}件中{number}件目',
  'carousel.previous': '前の項目',
  'carousel.next': '次の項目',

  'form.name': 'フォーム',
  'form.choose': '選択してください…',
  'form.submit': '送信',
  'form.sent': '送信済み',
  'form.required': '{field}を入力してください。',
  'form.email': 'メールアドレスを入力してください（例：name@example.jp）。',
  'form.number': '数値を入力してください。',
  'form.whole-number': '整数を入力してください。',
  'form.too-short': { other: '{count}文字以上で入力してください。' },
  'form.too-long': { other: '{count}文字以内で入力してください。' },

  'location.name': '場所',
  'location.open': '地図を開く',

  'hello.name': 'AIアシスタント「{assistant}」からのメッセージ',
  'hello.dismiss': 'メッセージを閉じる',
  'attention.sound': 'サウンド',
  'attention.tab': '({count}) {title}',
};
