/** What is said of files that the customer sends. */
export const filesTexts = {
  'files.attach': 'Attach a file',
  'files.drop': 'Drop files to attach',
  'files.remove': 'Remove {file}',
  'files.cancel': 'Cancel upload of {file}',
  'files.uploading': 'Uploading {file}',
  'files.too-big': '{file} is too big. The limit is {size}.',
  'files.refused': '{extension} files can’t be sent.',
  'files.failed': '{file} didn’t upload.',
  'files.too-many': {
    one: 'You can attach up to {count} file.',
    other: 'You can attach up to {count} files.',
  },
  'files.ai': '{assistant} can’t open files. The team gets them when you talk to a person.',

  'say.file.added': '{file} added.',
  'say.file.uploaded': '{file} uploaded.',
};
