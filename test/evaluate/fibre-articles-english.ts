import type { WrittenArticle } from './domain.ts';

/** The Help Center of a small fictitious internet provider, Brackwater Fibre. */
export const fibreEnglish: readonly WrittenArticle[] = [
  {
    key: 'setup',
    title: 'Set up your new router',
    text: `Your router arrives two days before the line is switched on.

1. Plug the white cable into the fibre socket on the wall.
2. Connect the power supply and wait until the lamp is steady green, which takes about five minutes.
3. Join the wireless network printed on the sticker underneath.

If the lamp keeps blinking after 20 minutes, see What the lamps on the router mean.`,
  },
  {
    key: 'lamps',
    title: 'What the lamps on the router mean',
    text: `| Lamp | Meaning |
| --- | --- |
| Steady green | Everything works |
| Blinking green | The router is starting or updating |
| Orange | The line is there, but nobody is signed in |
| Red | No signal from the street |

Red for more than ten minutes is a fault: please report it.`,
  },
  {
    key: 'slow',
    title: 'Slow internet at home',
    text: `Measure with a cable first, not over wireless: most slow lines are a slow wireless network.

- Move the router into the open, away from the television and the microwave.
- Switch off devices that download updates.
- Restart the router: pull the plug for 30 seconds.

Still less than half of the speed in your contract? You may end the contract early or pay less until it is repaired.`,
  },
  {
    key: 'outage',
    title: 'Is there an outage in my area?',
    text: `The status page shows every known fault by postcode and when it should be over. We update it every 15 minutes.

## Compensation
If the internet is down for more than 24 hours you get £8 for each further day. It appears on the next bill by itself; you do not have to ask.`,
  },
  {
    key: 'wifi-name',
    title: 'Change the name and password of your wireless network',
    text: `Open 192.168.7.1 in a browser and sign in with the word on the sticker. Under Wireless you can choose another name and another password. All devices have to join again.

A good password has at least 16 characters.`,
  },
  {
    key: 'guest',
    title: 'A network for guests',
    text: `Visitors can have a network of their own, without seeing your printer or your files. Switch it on in the app under Home, then Guests. It turns itself off after 12 hours unless you choose Always.`,
  },
  {
    key: 'port',
    title: 'Open a port for games and cameras',
    text: `Port forwarding is under Internet, Sharing in the router’s menu. Lines with a shared address cannot open ports: ask for a public address, which costs £3 a month.`,
  },
  {
    key: 'bill',
    title: 'How to read your bill',
    text: `The first bill is higher: it holds the days until the end of the month and the whole next month. Bills are made on the first and taken by direct debit on the eighth.

All bills are in the app under Account for seven years.`,
  },
  {
    key: 'pay-late',
    title: 'If you cannot pay on time',
    text: `Tell us before the eighth and we spread the amount over up to six months without a fee. When a direct debit bounces we charge £5 and try again after a week. After 30 days without a payment the line is slowed down, after 60 it is cut off.`,
  },
  {
    key: 'change-bank',
    title: 'Change your bank account',
    text: `In the app choose Account, Payment, Change. A new account counts from the next bill if you enter it by the 25th of the month. Credit cards are not taken.`,
  },
  {
    key: 'discount',
    title: 'Social tariff and student discount',
    text: `Households that receive Universal Credit or Pension Credit pay £15 a month for 50 Mbit/s. Students get 20 % off any plan with a university address. Both need a proof, which you upload in the app.`,
  },
  {
    key: 'plans',
    title: 'Plans and prices',
    text: `| Plan | Down | Up | Monthly |
| --- | --- | --- | --- |
| Brook | 100 Mbit/s | 50 Mbit/s | £24 |
| River | 500 Mbit/s | 250 Mbit/s | £34 |
| Sea | 1,000 Mbit/s | 1,000 Mbit/s | £49 |

The first month is free with every plan. Prices stay the same for the whole contract.`,
  },
  {
    key: 'upgrade',
    title: 'Move to a faster or slower plan',
    text: `You can switch to a faster plan at any time; it works from the next morning. To a slower one only when the first twelve months are over. Both are in the app under Plan.`,
  },
  {
    key: 'moving',
    title: 'Moving house',
    text: `Tell us the new address four weeks before you move. If there is fibre we take your contract along free of charge, with a new technician’s visit. If there is none you can end the contract with one month’s notice.`,
  },
  {
    key: 'cancel',
    title: 'End your contract',
    text: `Contracts run for 12 months and then from month to month. Cancel in the app under Plan, or by letter, one month ahead. Leaving in the first year costs half of the remaining fees. Send the router back within 14 days, or we charge £60.`,
  },
  {
    key: 'cooling-off',
    title: 'Your right to withdraw',
    text: `For 14 days after ordering you can withdraw without a reason. If the line has already been used you pay for the days you had it. Write to withdraw@brackwater.example.`,
  },
  {
    key: 'technician',
    title: 'When the technician comes',
    text: `Somebody over 18 has to be at home between the hours you chose, morning (8 to 13) or afternoon (12 to 17). The visit takes about 90 minutes. The technician drills one hole of 8 mm and lays the cable to the room you want.

You can move the appointment until noon of the day before, in the app. A missed one costs £25.`,
  },
  {
    key: 'phone-number',
    title: 'Keep your telephone number',
    text: `We take your landline number over from your old provider. Do not cancel there yourself: the number would be lost. It takes about ten working days.`,
  },
  {
    key: 'calls-abroad',
    title: 'What calls cost',
    text: `Calls to landlines and mobiles in the country are included. Abroad: Europe 4p a minute, North America 5p, everywhere else 30p. Premium numbers are blocked until you allow them in the app.`,
  },
  {
    key: 'voicemail',
    title: 'Listen to your voicemail',
    text: `Dial 1571. To switch it off dial #1571, to hear messages from abroad call your own number and press star, then your code. Messages are kept for 20 days.`,
  },
  {
    key: 'nuisance',
    title: 'Block unwanted calls',
    text: `After a nuisance call dial 1572 and the number cannot reach you any more. The list holds up to 100 numbers and is in the app under Calls.`,
  },
  {
    key: 'tv',
    title: 'Television over fibre',
    text: `The box shows 90 channels, 60 of them in high definition, and records up to 200 hours. It costs £7 a month and needs River or Sea. Two programmes can be recorded at once.`,
  },
  {
    key: 'remote',
    title: 'The remote control does not react',
    text: `Change the two AAA batteries. Then hold Menu and 0 for five seconds until the box blinks: both are paired again. A lost remote costs £12.`,
  },
  {
    key: 'login',
    title: 'Sign in to the app',
    text: `Use the email of your order and the code we send to it. There is no password. If no code arrives within two minutes look into the spam folder, or choose Text message.

Another person may use the account, too: add them under Account, People.`,
  },
  {
    key: 'privacy',
    title: 'Which data we keep',
    text: `We do not record which websites you visit. Connection times are kept for seven days to find faults. You can download everything about you in the app, or have it deleted after the contract has ended.`,
  },
  {
    key: 'business',
    title: 'Lines for companies',
    text: `Business lines come with a fixed address, repair within eight hours, also on Sundays, and a mobile backup. From £79 a month without VAT. One contract may hold several sites.`,
  },
];
