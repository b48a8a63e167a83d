/** What stands in and around messages that are more than words: pictures, files, cards, forms, places, surveys. */
export const richTexts = {
  'rich.unsupported': 'This message can’t be shown here.',
  'rich.survey': 'Rate this chat',

  'image.from': 'Image from {name}',
  'image.title': 'Image {file}',
  'image.close': 'Close',
  'file.unnamed': 'File',
  'file.download': 'Download {file}',
  'media.loading': 'Loading…',
  'media.failed': '{file} didn’t load.',
  'media.refused': '{file} can’t be shown here.',

  'carousel.role': 'carousel',
  'carousel.name': 'Choices',
  'carousel.item': '{number} of {total}',
  'carousel.previous': 'Previous item',
  'carousel.next': 'Next item',

  'form.name': 'Form',
  'form.choose': 'Choose…',
  'form.submit': 'Submit',
  'form.sent': 'Sent',
  'form.required': 'Enter {field}.',
  'form.email': 'Enter an email, like name@example.com.',
  'form.number': 'Enter a number.',
  'form.whole-number': 'Enter a whole number.',
  'form.too-short': {
    one: 'Use at least {count} character.',
    other: 'Use at least {count} characters.',
  },
  'form.too-long': {
    one: 'Use at most {count} character.',
    other: 'Use at most {count} characters.',
  },

  'location.name': 'Location',
  'location.open': 'Open map',
};
