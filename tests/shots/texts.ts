/** Short briefings of our own invention, to fill a library with. */
export const texts: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'grid-reform.md',
    text: `---
tags: [energy, policy]
byline: Ilse Marten
---

# What the grid reform means for small producers

*A two-page brief on connection queues, curtailment and the new tariff*

- Queues will be sorted by readiness, not by date of application.
- Curtailment is paid from the first hour.
- The new tariff starts in April and favours storage.

The energy agency published the last part of its grid reform on Monday. Farms and villages that sell power will feel it first, because most of them wait for a connection.

## Queues by readiness

Projects that have land, permits and money move to the front. The agency expects the queue to shrink by a third within a year.

## What it costs

A small solar park pays about 4 per cent more in the first year and 2 per cent less from the third.
`,
  },
  {
    name: 'digest.txt',
    text: `Daily digest, 17 March

Rail talks resume; a bank stress test slips; the long drought in the south.

Mediators and the rail unions meet again on Thursday after a week of silence.

The regulator moved its stress test to the autumn.

Reservoirs in the south stand at 31 per cent.
`,
  },
  {
    name: 'rail.md',
    text: `# Rail talks resume after a week of silence

*Mediators put a three-stage offer on the table*

Both sides return to the same building on Thursday, on different floors. The mediators carry the offer up and down the stairs until one side blinks.

## The offer

Shorter shifts first, pay second, pensions last.
`,
  },
  {
    name: 'drought.md',
    text: `---
tags: [climate]
---

# The drought in the south, in five figures

*Reservoirs, prices, migration, crops, and one that nobody counts*

- Reservoirs: 31 per cent.
- Olive oil: up by half.

The fifth figure is the number of wells dug without a permit. No office keeps it.
`,
  },
  {
    name: 'cables.md',
    text: `---
tags: [security, ports]
---

# Who owns the seabed cables?

*Ownership, landing rights and repair ships, port by port*

Eleven companies own the cables that land here, and four ships in the world can repair them.

## Landing rights

They run out in different years, which is a plan only by accident.
`,
  },
  {
    name: 'vaccine.md',
    text: `# Vaccine stock after the recall

*What is left, where it is, and how long it lasts*

The recall took two batches of nine. What is left lasts until the middle of May.
`,
  },
]

/** The same kind of text, from right to left. */
export const rightToLeft = `تسعة موانئ تتفق على خطة واحدة للفيضانات

- توقع تسعة موانئ خطة مشتركة تربط 38 حاجزا.
- تدفع الموانئ الصغيرة أقل.
- التمرين الأول في أكتوبر.

بعد عامين من المحادثات وقعت تسع مدن ساحلية اتفاقا يوم الثلاثاء لإدارة دفاعاتها كنظام واحد.

من يدفع

تتبع المساهمات حجم البضائع لا عدد السكان.

«لن نعيد بناء الشارع نفسه كل عشر سنوات» – ماريت سولهايم
`
