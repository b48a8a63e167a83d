import type { Texts } from '../texts.ts';

export const texts: Texts<'later', 'zh'> = {
  'person.edit': '编辑',
  'person.share': '分享并连接',
  'person.send': '发送给团队',
  'person.keep': '继续与{assistant}聊天',

  'email.title': '留下您的电子邮箱',
  'email.instead': '改为留下电子邮箱',
  'email.name': '电子邮箱',
  'email.hint': '方便您离开后我们回复您',
  'email.lead': '客服团队会回复到这个地址。',
  'email.your-name': '姓名',

  'team.usual': { other: '通常约 {count} 分钟内回复。' },
  'team.back': '{weekday} {time} 回来。您可以留言。',

  'queue.next': '下一位就是您',
  'queue.place': '您排在第 {number} 位',
  'queue.more': '+{count}',
  'queue.wait': {
    other: '通常约 {count} 分钟后有客服加入。您可以关闭此窗口，我们会为您保留位置。',
  },
  'queue.wait.range': {
    other: '通常 {from} 到 {count} 分钟后有客服加入。您可以关闭此窗口，我们会为您保留位置。',
  },
  'queue.wait.short': '通常不到一分钟就有客服加入。',
  'queue.slow.email': '您可以继续排队，或留下电子邮箱，我们会通过邮件回复。',
  'queue.ticket': '您的请求已转交客服团队',
  'queue.ticket.soon': '我们会回复到 {email}。',
  'queue.ticket.soon.no-email': '请留下电子邮箱以接收回复。',
  'queue.ticket.email': '工单号 {id}。我们会回复到 {email}。',
  'queue.ticket.no-email': '工单号 {id}。请留下电子邮箱以接收回复。',

  'notice.ended.timeout.minutes': { other: '{count} 分钟没有消息，此聊天已关闭。' },

  'say.place': '您排在第 {number} 位。',

  'files.attach': '添加文件',
  'files.drop': '拖放文件以添加',
  'files.remove': '移除 {file}',
  'files.cancel': '取消上传 {file}',
  'files.uploading': '正在上传 {file}',
  'files.too-big': '{file} 太大。上限为 {size}。',
  'files.refused': '无法发送 {extension} 文件。',
  'files.failed': '{file} 上传失败。',
  'files.too-many': { other: '最多可以添加 {count} 个文件。' },
  'files.ai': '{assistant}无法打开文件。转人工客服后，客服团队会收到这些文件。',

  'say.file.added': '已添加 {file}。',
  'say.file.uploaded': '已上传 {file}。',

  'rating.name': '评价此聊天',
  'rating.question': '您对{firstName}的服务满意吗？',
  'rating.question.team': '您对我们的服务满意吗？',
  'rating.bad': '很差',
  'rating.poor': '较差',
  'rating.okay': '一般',
  'rating.good': '满意',
  'rating.great': '非常满意',
  'rating.send': '提交评价',
  'rating.thanks': '感谢您的评价。',
  'rating.failed': '评价未能提交。',

  'rich.unsupported': '此消息无法在这里显示。',
  'rich.survey': '评价此聊天',

  'image.from': '来自{name}的图片',
  'image.title': '图片 {file}',
  'image.close': '关闭',
  'file.unnamed': '文件',
  'file.download': '下载 {file}',
  'media.loading': '正在加载…',
  'media.failed': '{file} 加载失败。',
  'media.refused': '{file} 无法在这里显示。',

  'carousel.role': '轮播',
  'carousel.name': '选项',
  'carousel.item': '第 {number} 项，共 {total} 项',
  'carousel.previous': '上一项',
  'carousel.next': '下一项',

  'form.name': '表单',
  'form.choose': '请选择…',
  'form.submit': '提交',
  'form.sent': '已提交',
  'form.required': '请填写：{field}。',
  'form.email': '请输入电子邮箱，例如 name@example.cn。',
  'form.number': '请输入数字。',
  'form.whole-number': '请输入整数。',
  'form.too-short': { other: '请至少输入 {count} 个字符。' },
  'form.too-long': { other: '请不要超过 {count} 个字符。' },

  'location.name': '位置',
  'location.open': '打开地图',

  'hello.name': '来自 AI 助理{assistant}的消息',
  'hello.dismiss': '关闭消息',
  'attention.sound': '声音',
  'attention.tab': '({count}) {title}',
};
