import type { Texts } from '../texts.ts';

export const texts: Texts<'panel', 'zh'> = {
  'launcher.open': '打开聊天',

  'chat.title': '聊天',
  'chat.close': '关闭聊天',
  'chat.description.ai': { other: '与 AI 助理{assistant}的聊天。共 {count} 条消息。' },

  'role.ai': 'AI 助理',

  'handoff.request': '转人工客服',
  'handoff.connecting': '正在连接…',

  'team.online': { other: '{count} 位客服在线' },
  'team.online.two': '两位客服在线',
  'team.away': '客服暂时不在',

  'welcome.title': '您好，我是{assistant}。有什么可以帮您？',
  'welcome.lead': '我是{company}的 AI 助理，根据帮助中心的内容回答问题。您可以随时转接人工客服。',
  'welcome.lead.knowledge': '我是{company}的 AI 助理，根据帮助中心的内容回答问题。',
  'welcome.suggestions': '推荐问题',

  'log.name': '对话',

  'link.new-tab': '（在新标签页中打开）',

  'composer.name': '消息',
  'composer.send': '发送',
  'composer.ask': '请输入问题…',
  'composer.unavailable': '聊天不可用',
  'composer.mistakes': 'AI 的回答可能有误。',
  privacy: '隐私',

  'menu.name': '更多选项',

  'problem.offline': '您已离线。恢复连接后会发送消息。',
  'problem.reconnecting': '正在重新连接…',
  'problem.reconnect': '立即重试',
  'problem.back': '已恢复连接。',
  'problem.unavailable': '聊天暂时不可用。',
  'problem.retry': '重试',
};
