import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentFromLines, inferRoles } from '../../../src/core/import/text.ts'
import { rolesOf, wordsIn, wordsOf } from '../../support/roles.ts'

const long =
  'The council met on Monday and agreed to close the old bridge for a year while the piers are mended.'

/** Texts of the shapes that desks receive, each with the roles of its lines. Every word must survive. */
const texts: Readonly<Record<string, readonly [roles: string, text: string]>> = {
  'a press notice wrapped at 72 columns': [
    'paragraph headline paragraph×2 section paragraph pullQuote paragraph',
    `PRESS RELEASE

Ferry line to carry freight by night from the first week of April
after trials end

The island's only ferry will carry freight by night from April, the
operator said on Friday. The night sailings follow a trial of six weeks
in which no lorry missed its market.

Residents near the pier had asked for a limit on noise. The operator
promised to use shore power while it loads, and to stop at two in the
morning - half an hour earlier than it had planned.

Background

The line lost its freight contract in 2019 and has run at a loss since
then. A co-operative of growers bought a fifth of its shares last year.

“We grow lettuces, and a lettuce does not wait for the morning boat.”
— Ines Carvalho, chair of the growers' co-operative

ENDS
`,
  ],
  'a digest with a story a section': [
    'headline dateline section paragraph section paragraph section bullet×2',
    `Morning digest
Tuesday, 3 March 2026

Bridge closes for a year
${long}

Schools: who moves where
Pupils from two schools share a building until the summer, when the new wing opens on the hill.

In short
• The market moves to Thursdays
• The library opens late on Mondays
`,
  ],
  'capitals over ordinary headings': [
    'headline keyPoint×2 section subsection paragraph subsection paragraph section paragraph',
    `Situation report 14
* Two roads are open again.
* Water is back in the north.
ROADS
The coast road
${long}
The hill road
${long}
WATER
${long}
`,
  ],
  'French, with guillemets and spaces inside them': [
    'headline byline keyPoint×2 paragraph section paragraph pullQuote',
    `Les ports du Nord signent un plan commun
Par Hélène Aubry

– Neuf ports relient leurs digues à une seule salle de contrôle.
– Un premier exercice aura lieu en octobre.

Après deux ans de négociations, neuf villes portuaires ont signé mardi un accord qui unit leurs défenses.

Qui paie ?

La cotisation suit le volume des marchandises et non la population, ce qui réduit de moitié la facture des petits.

« Nous ne voulons plus reconstruire la même rue tous les dix ans. » — Marthe Solheim
`,
  ],
  'Arabic, from right to left': [
    'headline keyPoint×2 paragraph section paragraph pullQuote',
    `تسع مدن ساحلية تتفق على خطة مشتركة للفيضانات
• تربط الخطة ثمانية وثلاثين حاجزا بغرفة تحكم واحدة.
• يجري أول تدريب مشترك في أكتوبر.
بعد عامين من المحادثات وقعت تسع مدن ساحلية يوم الثلاثاء اتفاقا لتشغيل دفاعاتها ضد الفيضانات كنظام واحد.
من يدفع ومتى
تتبع المساهمات حجم الشحن وليس عدد السكان، مما يخفض فاتورة ثلاثة من أصغر الأعضاء إلى النصف.
«لن نعيد بناء الشارع نفسه كل عشر سنوات.» – مريم الحداد
`,
  ],
  'Hebrew without any heading': [
    'paragraph×2',
    `ראשי הערים נפגשו ביום שלישי וחתמו על הסכם להפעלת ההגנות מפני הצפות כמערכת אחת.
המהנדסים שייעצו לשיחות היו זהירים יותר: התוכנית, אמרו, מזיזה את הסיכון לא פחות משהיא מורידה אותו.`,
  ],
  'German, with low quotation marks and a name on the next line': [
    'headline standfirst keyPoint×2 paragraph section paragraph pullQuote',
    `Neun Hafenstädte teilen sich einen Flutplan
Die Häfen legen Sperrwerke, Pumpen und Geld zusammen.

- Neun Häfen verbinden ihre Sperrwerke mit einer Leitstelle.
- Die erste Übung ist für Oktober angesetzt.

Nach zwei Jahren Verhandlungen haben neun Hafenstädte am Dienstag ein Abkommen unterzeichnet.

Wer zahlt und wann

Die Beiträge richten sich nach dem Umschlag und nicht nach der Zahl der Einwohner.

„Wir wollen nicht alle zehn Jahre dieselbe Straße neu bauen.“
– Marit Solheim
`,
  ],
  'labels that somebody typed': [
    'headline standfirst byline leaveOut keyPoint×2 leaveOut paragraph section paragraph',
    `Headline: Bridge closes for a year
Standfirst: The council needs the time to mend four piers, and the money.
Byline: Ada Okafor
Key points:
1. The bridge closes on Monday.
2. Buses go by the hill road.
Body:
${long}
Costs
${long}
`,
  ],
  'Markdown that somebody typed into a text file': [
    'headline keyPoint×2 paragraph section paragraph subsection paragraph quotation divider paragraph',
    `# Bridge closes for a year

* The bridge closes on Monday.
* Buses go by the hill road.

${long}

## Costs

${long}

### The pier

${long}

> The estimate does not hold the cost of the ferry.

***

${long}
`,
  ],
  'numbered headings and a numbered list': [
    'headline paragraph section paragraph subsection paragraph section number×3 paragraph',
    `Policy brief: school meals

${long}

1. Background

${long}

1.1 What it costs

${long}

2. Recommendations

1. Buy from within the county.
2. Publish the prices.
3. Ask the pupils.

${long}
`,
  ],
  'a wire story with a dateline and a list in the middle': [
    'headline byline dateline paragraph×2 bullet×2 paragraph',
    `Growers buy a fifth of ferry line

By Ada Okafor and Ben Lindqvist

LEITH, 3 March 2026 (Northern Press) — A co-operative of growers has bought a fifth of the ferry line.

It will use its seats on the board to:

- keep the night sailings
- cap the fares for small lorries

${long}
`,
  ],
  'a first line that is a sentence': [
    'paragraph×2 section paragraph',
    `The bridge will close on Monday.\n${long}\nCosts\n${long}\n`,
  ],
  'Japanese, with corner brackets': [
    'headline keyPoint×2 paragraph pullQuote',
    `九つの港が共通の洪水計画に合意
・三十八の水門を一つの管制室に結ぶ。
・最初の訓練は十月に行われる。
二年間の協議の後、九つの港湾都市は火曜日、洪水対策を一つの仕組みとして運用する協定に署名した。
「十年ごとに同じ通りを建て直すのはもう終わりだ。」―マリット・ソルヘイム
`,
  ],
  'contact lines at the end': [
    'headline paragraph section paragraph×4',
    `Bridge closes for a year\n\n${long}\n\nWhat next\n\n${long}\n\nPress office\nTown Hall, Leith\npress@leith.example\n`,
  ],
  'a press notice with everything on a line of its own': [
    'paragraph dateline headline paragraph×3 number×3 pullQuote section number×2 paragraph×4 leaveOut',
    `FOR IMMEDIATE RELEASE
14 March 2026
MINISTERS AGREE FISHING QUOTAS AFTER ALL-NIGHT TALKS
KYIV, Ukraine (AP) — Ministers agreed cuts of a tenth to cod quotas in the small hours of Saturday, ending talks that had begun on Thursday.
"This is a compromise nobody likes," said the Danish minister. "That is why it will hold."
The deal:
1) Cod quotas fall by a tenth.
2) Herring is left as it is.
3) Observers sail on one boat in five.
"We fish less, and we fish longer." - Karin Holm, Danish fisheries minister
Notes to editors
1. The quotas are set once a year.
2. The full text is at https://fish.example/deal.
Media contact
Jens Møller
jens@fish.example
+45 33 00 00 00
###
`,
  ],
  'a newsletter that numbers its stories': [
    'paragraph bullet×3 section paragraph section paragraph section paragraph×2',
    `Good morning. Here is what you need to know on Tuesday.

* Floods close the M5 in both directions
* Court rules on school uniforms
* Swifts are back

1. Floods close the M5

The motorway is closed between junctions 12 and 14 after the river broke its banks at dawn.

2. Court rules on uniforms

Schools may not ban braids, the court said. The ruling takes effect at once.

3. And finally

The first swifts were seen over Leith on Sunday, nine days early.

Was this useful? Reply to this mail.
`,
  ],
  'tabs behind bullets, capitals, questions and labels as headings': [
    'leaveOut keyPoint×3 paragraph section paragraph section paragraph pullQuote section paragraph section paragraph',
    `KEY POINTS

•\tRates held at 4.5 per cent for a third month.
•\tTwo members voted for a cut.

•\tMortgage approvals fell again.

The central bank kept its main rate at 4.5 per cent on Thursday, saying that prices for services still rise too fast.
RATES AND WAGES
Pay grew by 5.1 per cent in the year to January, twice as fast as the bank’s target for prices allows.
Why not cut now?
Two of the nine members wanted to. “The data has turned,” one of them said in February.
“Holding too long is a choice, too.” – Swati Dhingra, external member of the committee
What Happens Next: The Vote in May and the Forecast That Decides It
The committee meets again on 8 May. It will have two more months of wages by then.
Background:
The rate was 0.1 per cent in 2021. It has been raised fourteen times since.
`,
  ],
  'numbers with bullets below them': [
    'paragraph number bullet×2 number bullet paragraph',
    `${long}

1. Close the bridge:
   - by night
   - by day
2. Open the ford:
   - at low tide

${long}
`,
  ],
  'one wrapped paragraph among lines that are whole': [
    'headline paragraph×3',
    `Bridge closes
The bridge closes on Monday.

The council said that the old bridge would be closed for a whole year
while the piers are mended, and that it had looked for another way in
Leith for months.

Trains run.
`,
  ],
  'a digest whose title has a date': [
    'headline leaveOut keyPoint×2 section paragraph',
    `Daily Digest, 17 March

Top stories
- Ferry strike enters its third day
- Storm expected on Thursday

Transport
${long}
`,
  ],
  'a memo': [
    'paragraph×3 dateline headline section paragraph section paragraph subsection paragraph',
    `MEMORANDUM

To: Director of Operations
From: Policy Unit
Date: 4 June 2025
Subject: Replacement of the harbour radio system

1. Summary
${long}

2. Background
${long}

2.1 Costs
${long}
`,
  ],
  'a notice with lines about itself under the title': [
    'headline paragraph×3 keyPoint×2 paragraph',
    `Government publishes strategy for rural roads
Press release
Published 3 April 2025
From: Department for Roads

- Faster roads for three counties
- Nine new bridges

${long}
`,
  ],
  'long headings in title case, and a label for key points': [
    'leaveOut keyPoint×2 paragraph section paragraph×2',
    `Key developments

• Rates stay where they are.
• Two members wanted a cut.

${long}

A Cautious Pause: Why the Bank Waits, What the Dissenters Want, and How Households Pay for Another Quarter

${long}

A pause that was more cautious than the markets had priced in, and that the dissenters would rather not have had at all
`,
  ],
  'a note with a line about itself': [
    'headline paragraph section paragraph',
    `Briefing note: interest rates\nPrepared for the Minister, 4 June 2025\n\nIssue\n${long}\n`,
  ],
  'a summary without a title': [
    'section paragraph section paragraph',
    `Executive Summary\n\n${long}\n\nProgress\n\n${long}\n`,
  ],
  'ticks for bullets': [
    'headline keyPoint×2 paragraph',
    `Bridge closes for a year\n\n✅ Buses go by the hill\n✅ The ferry sails\n\n${long}\n`,
  ],
  'a quotation of two paragraphs': [
    'paragraph×3',
    `${long}\n\n“We have waited for this a long time\n\n“and we shall wait no longer,” she said on Monday.\n`,
  ],
  'straight quotation marks and a double hyphen': [
    'paragraph pullQuote',
    `${long}\n\n"It's the same street every time." -- Marit Solheim, harbour master\n`,
  ],
}

describe('[I1] roles inferred from a plain text', () => {
  for (const [name, [roles, text]] of Object.entries(texts)) {
    it(`reads ${name}`, () => {
      expect(rolesOf(text)).toBe(roles)
    })

    it(`keeps every word of ${name}`, () => {
      const lines = inferRoles(text)
      const labels = lines.filter(line => line.role === 'leaveOut').map(line => line.text)
      const kept = [
        ...wordsOf(lines),
        ...wordsIn(labels.join('\n')),
        ...lines.flatMap(line => wordsIn(line.marker)),
      ]
      for (const word of new Set(wordsIn(text))) expect(kept).toContain(word)
    })
  }

  it('reads the sample briefing that ships with Galley', () => {
    const sample = readFileSync(new URL('../../../resources/samples/harbour.txt', import.meta.url), 'utf8')
    expect(rolesOf(sample)).toBe(
      'headline standfirst keyPoint×3 paragraph×2 section paragraph×3 section paragraph×2 pullQuote section paragraph bullet×3 paragraph',
    )
    expect(wordsOf(inferRoles(sample))).toEqual(wordsIn(sample))
  })

  it('gives each line a reason', () => {
    const reasons = inferRoles(texts['a digest with a story a section']?.[1] ?? '').map(line => line.reason)
    expect(reasons.every(reason => reason.length > 5)).toBe(true)
    expect(reasons[0]).toBe('a first line that looks like a title')
  })
})

describe('[I1] details from a plain text', () => {
  const detailsOf = (text: string) => documentFromLines(inferRoles(text)).details

  it.each([
    [
      'a wire story with a dateline and a list in the middle',
      {
        byline: 'Ada Okafor and Ben Lindqvist',
        dateline: 'LEITH, 3 March 2026 (Northern Press)',
        date: '2026-03-03',
        language: 'en-GB',
      },
    ],
    [
      'French, with guillemets and spaces inside them',
      { byline: 'Hélène Aubry', language: 'fr', direction: 'ltr' },
    ],
    ['Arabic, from right to left', { language: 'ar', direction: 'rtl' }],
    ['Hebrew without any heading', { language: 'he', direction: 'rtl' }],
    ['German, with low quotation marks and a name on the next line', { language: 'de', direction: 'ltr' }],
    ['Japanese, with corner brackets', { language: 'ja', direction: 'ltr' }],
    ['a digest with a story a section', { dateline: 'Tuesday, 3 March 2026', date: '2026-03-03' }],
  ])('come from %s', (name, details) => {
    expect(detailsOf(texts[name]?.[1] ?? '')).toMatchObject(details)
  })

  it.each([
    'NATO — the alliance of 32 states — met in Leith on Monday and agreed on very little.',
    'By Tuesday the bridge was closed, and by Friday the buses went by the hill road.',
    'In May, 3 of the 4 piers were mended — the last one waits for the autumn.',
  ])('are not guessed from “%s”', text => {
    expect(rolesOf(`${text}\n${long}`)).toBe('paragraph×2')
  })
})

describe('[I1] pull quotes', () => {
  const partsOf = (text: string) => {
    const { doc } = documentFromLines(inferRoles(`${long}\n\n${text}\n`))
    const quote = doc.child(3).lastChild
    return quote?.type.name === 'pullQuote' ? quote.children.map(part => part.textContent) : null
  }

  it.each([
    ['“Enough.” – Ada Okafor', 'Enough.', 'Ada Okafor'],
    ['“He said ‘enough’ and left.” — Ada Okafor', 'He said ‘enough’ and left.', 'Ada Okafor'],
    ['"It\'s enough," - Ada Okafor, mayor of Leith', "It's enough,", 'Ada Okafor, mayor of Leith'],
    ['‘The cities’ walls aren’t enough.’ ― Ada Okafor', null, null],
    ['‘It isn’t enough.’ – Ada Okafor', 'It isn’t enough.', 'Ada Okafor'],
    ['« Assez ! » – Hélène Aubry', 'Assez !', 'Hélène Aubry'],
    ['»Genug.« – Marit Solheim', 'Genug.', 'Marit Solheim'],
    ['„Dość.” – Ewa Lis', 'Dość.', 'Ewa Lis'],
    ['”Nu räcker det.” – Ben Lindqvist', 'Nu räcker det.', 'Ben Lindqvist'],
    ['「もう十分だ。」― 山田', 'もう十分だ。', '山田'],
    ['“Enough.”\n— Ada Okafor', 'Enough.', 'Ada Okafor'],
    ['“Enough of this.”\n\n- Ada Okafor', 'Enough of this.', 'Ada Okafor'],
    [
      '“We have had enough of it.”\nAda Okafor, mayor of Leith',
      'We have had enough of it.',
      'Ada Okafor, mayor of Leith',
    ],
    ['“We have had enough of it.”\nAda de Okafor', 'We have had enough of it.', 'Ada de Okafor'],
    ['“We have had enough of it.”\n\nAda Okafor', null, null],
    ['“够了。” —— 王小明', '够了。', '王小明'],
    ['> “Enough.”\n> — Ada Okafor', 'Enough.', 'Ada Okafor'],
    ['> We have had enough.\n> — Ada Okafor', 'We have had enough.', 'Ada Okafor'],
    ['“Yes” and “no” – both answers were heard.', null, null],
    ['“Enough” – that was the word she used, twice.', null, null],
    ['She called it a “pause for regrouping, not peace.”', null, null],
  ])('are read from %s', (text, quote, attribution) => {
    expect(partsOf(text)).toEqual(quote === null ? null : [quote, attribution])
  })
})

describe('[I1] lines that were given other roles', () => {
  const lines = inferRoles(
    `Bridge closes\n\n- The bridge closes on Monday.\n\n${long}\n\n“Enough.” – Ada Okafor`,
  )
  const withRole = (at: number, role: (typeof lines)[number]['role']) =>
    documentFromLines(lines.map((line, i) => (i === at ? { ...line, role } : line))).doc

  it('go where the new role puts them', () => {
    expect(withRole(0, 'section').child(3).firstChild?.type.name).toBe('sectionHeading')
    expect(withRole(1, 'bullet').child(3).firstChild?.type.name).toBe('bulletList')
    expect(withRole(2, 'standfirst').child(1).textContent).toBe(long)
    expect(withRole(2, 'keyPoint').child(2).childCount).toBe(2)
  })

  it('keep a quote’s marks and name in the text of a paragraph', () => {
    expect(withRole(3, 'paragraph').child(3).lastChild?.textContent).toBe('“Enough.” – Ada Okafor')
  })

  it('put a label or a number back where the new role does not say it', () => {
    const [first, second] = inferRoles('By Ada Okafor\n\n1. One thing.\n2. Another thing.\n\nThen more text.')
    const roles = [first, second].map(line => ({
      ...line,
      role: 'paragraph' as const,
      text: line?.text ?? '',
      marker: line?.marker ?? '',
      reason: '',
    }))
    const { doc } = documentFromLines(roles)
    expect(doc.child(3).children.map(block => block.textContent)).toEqual(['By Ada Okafor', '1. One thing.'])
  })

  it('make a valid briefing whatever the role, also where nothing is left', () => {
    const none = documentFromLines(lines.map(line => ({ ...line, role: 'leaveOut' as const })))
    expect(none.doc.textContent).toBe('')
    const dateline = documentFromLines([{ text: 'x'.repeat(400), role: 'dateline', marker: '', reason: '' }])
    expect(dateline.details.dateline).toBe('')
    expect(dateline.doc.textContent).toHaveLength(400)
  })
})

describe('[I1] 10 MB of text', () => {
  // In proportion to its length that takes a second or two; in proportion to its square, longer than the limit.
  const tenMegabytes = (unit: string) => unit.repeat(Math.ceil((10 * 1024 * 1024) / unit.length))

  it.each([
    ['paragraphs of a line each', `${long}\n`],
    [
      'wrapped paragraphs',
      `${'The council met on Monday and agreed to close the old bridge, and then it\n'.repeat(9)}it rose.\n\n`,
    ],
    ['one wrapped paragraph', 'The council met on Monday and agreed to close the old bridge, and then it\n'],
    ['bullets', `- ${long}\n`],
    ['one line', 'The council met. '],
    ['one line of quotation marks', '“”"'],
    ['one line of dashes and dots', '-. '],
    ['one line of hashes', '# '],
    ['one line of digits', '1. '],
  ])(
    'is read: %s',
    (_name, unit) => {
      const text = tenMegabytes(unit)
      const { doc } = documentFromLines(inferRoles(text))
      expect(doc.content.size).toBeGreaterThan(text.length * 0.95)
    },
    60_000,
  )
})
