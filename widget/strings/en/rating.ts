/** What is asked after a chat with a person. */
export const ratingTexts = {
  'rating.name': 'Rate this chat',
  'rating.question': 'How did {firstName} do?',
  'rating.question.team': 'How did we do?',
  'rating.bad': 'Bad',
  'rating.poor': 'Poor',
  'rating.okay': 'Okay',
  'rating.good': 'Good',
  'rating.great': 'Great',
  'rating.send': 'Send rating',
  'rating.thanks': 'Thanks for the rating.',
  'rating.failed': 'Your rating didn’t send.',
};
