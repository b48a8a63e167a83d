/** What is said on the way to a person beyond the plain course: the sheets, the place in line, the email. */
export const personTexts = {
  'person.edit': 'Edit',
  'person.share': 'Share and connect',
  'person.send': 'Send to the team',
  'person.keep': 'Keep chatting with {assistant}',

  'email.title': 'Leave your email',
  'email.instead': 'Leave an email instead',
  'email.name': 'Email',
  'email.hint': 'so we can reply if you leave',
  'email.lead': 'The team will reply to this address.',
  'email.your-name': 'Name',

  'team.usual': {
    one: 'A reply usually takes about {count} minute.',
    other: 'A reply usually takes about {count} minutes.',
  },
  'team.back': 'Back {weekday} at {time}. You can leave a message.',

  'queue.next': 'You’re next in line',
  'queue.place': 'You’re number {number} in line',
  'queue.more': '+{count}',
  'queue.wait': {
    one: 'A person usually joins in about {count} minute. You can close this window; we’ll keep your place.',
    other:
      'A person usually joins in about {count} minutes. You can close this window; we’ll keep your place.',
  },
  'queue.wait.range': {
    one: 'A person usually joins in {from} to {count} minute. You can close this window; we’ll keep your place.',
    other:
      'A person usually joins in {from} to {count} minutes. You can close this window; we’ll keep your place.',
  },
  'queue.wait.short': 'A person usually joins in under a minute.',
  'queue.slow.email': 'Stay in line, or leave your email and we’ll reply there.',
  'queue.ticket': 'Your request is with the team',
  'queue.ticket.soon': 'We’ll reply to {email}.',
  'queue.ticket.soon.no-email': 'Leave your email to get the reply.',
  'queue.ticket.email': 'Ticket #{id}. We’ll reply to {email}.',
  'queue.ticket.no-email': 'Ticket #{id}. Leave your email to get the reply.',

  'notice.ended.timeout.minutes': {
    one: 'This chat closed after {count} minute without a message.',
    other: 'This chat closed after {count} minutes without a message.',
  },

  'say.place': 'You’re number {number} in line.',
};
