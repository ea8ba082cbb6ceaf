/**
 * Every command of the application, with the menu it stands in, its label and its key. The application menu,
 * the keyboard, the palette and the list of keys (F1) are all made from this one table.
 * Keys are written as Electron accelerators; `Mod` is Ctrl, or Command on macOS.
 */
export interface Command {
  readonly id: string
  readonly menu: 'File' | 'Edit' | 'Insert' | 'Format' | 'Review' | 'View' | 'Help'
  readonly label: string
  readonly key?: string
  /** The key on macOS where it is another one. */
  readonly macKey?: string
  /** Where it works: everywhere, in the library, or with a briefing open. */
  readonly where: 'everywhere' | 'library' | 'desk'
  /** Starts a new group in its menu. */
  readonly group?: true
  /** Is on or off: the menu shows a tick for it while `window.describe` names it as checked. */
  readonly ticked?: true
}

const command = <const C extends Command>(entry: C): C => entry

export const commands = [
  command({ id: 'briefing.new', menu: 'File', label: 'New Briefing…', key: 'Mod+N', where: 'everywhere' }),
  command({ id: 'file.import', menu: 'File', label: 'Import…', key: 'Mod+Shift+I', where: 'everywhere' }),
  command({ id: 'file.open', menu: 'File', label: 'Open Briefing File…', key: 'Mod+O', where: 'everywhere' }),
  command({
    id: 'desk.close',
    menu: 'File',
    label: 'Back to Library',
    key: 'Mod+Shift+L',
    where: 'desk',
    group: true,
  }),
  command({ id: 'desk.checkpoint', menu: 'File', label: 'Save a Checkpoint', key: 'Mod+S', where: 'desk' }),
  command({
    id: 'desk.name-version',
    menu: 'File',
    label: 'Name This Version…',
    key: 'Mod+Shift+S',
    where: 'desk',
  }),
  command({ id: 'file.save-as', menu: 'File', label: 'Save As File…', key: 'Mod+Alt+S', where: 'desk' }),
  command({
    id: 'export.open',
    menu: 'File',
    label: 'Export…',
    key: 'Mod+Shift+X',
    where: 'desk',
    group: true,
  }),
  command({ id: 'file.print', menu: 'File', label: 'Print…', key: 'Mod+P', where: 'desk' }),
  command({ id: 'edit.undo', menu: 'Edit', label: 'Undo', key: 'Mod+Z', where: 'desk' }),
  command({ id: 'edit.redo', menu: 'Edit', label: 'Redo', key: 'Mod+Shift+Z', where: 'desk' }),
  command({ id: 'edit.find', menu: 'Edit', label: 'Find', key: 'Mod+F', where: 'everywhere', group: true }),
  command({
    id: 'edit.replace',
    menu: 'Edit',
    label: 'Replace',
    key: 'Mod+H',
    macKey: 'Mod+Alt+F',
    where: 'desk',
  }),
  command({ id: 'insert.key-point', menu: 'Insert', label: 'Key Point', key: 'Mod+Alt+K', where: 'desk' }),
  command({
    id: 'insert.section',
    menu: 'Insert',
    label: 'Section Heading',
    key: 'Mod+Alt+2',
    where: 'desk',
  }),
  command({
    id: 'insert.subsection',
    menu: 'Insert',
    label: 'Subsection Heading',
    key: 'Mod+Alt+3',
    where: 'desk',
  }),
  command({
    id: 'insert.pull-quote',
    menu: 'Insert',
    label: 'Pull Quote',
    key: 'Mod+Shift+Q',
    macKey: 'Mod+Alt+Q',
    where: 'desk',
  }),
  command({
    id: 'insert.quotation',
    menu: 'Insert',
    label: 'Block Quotation',
    key: 'Mod+Shift+9',
    where: 'desk',
  }),
  command({
    id: 'insert.bullets',
    menu: 'Insert',
    label: 'Bulleted List',
    key: 'Mod+Shift+8',
    where: 'desk',
  }),
  command({
    id: 'insert.numbers',
    menu: 'Insert',
    label: 'Numbered List',
    key: 'Mod+Shift+7',
    where: 'desk',
  }),
  command({ id: 'insert.lead-in', menu: 'Insert', label: 'Lead-in', where: 'desk' }),
  command({ id: 'insert.divider', menu: 'Insert', label: 'Divider', where: 'desk' }),
  command({ id: 'format.paragraph', menu: 'Format', label: 'Paragraph', key: 'Mod+Alt+0', where: 'desk' }),
  command({
    id: 'format.bold',
    menu: 'Format',
    label: 'Bold',
    key: 'Mod+B',
    where: 'desk',
    ticked: true,
    group: true,
  }),
  command({
    id: 'format.italic',
    menu: 'Format',
    label: 'Italic',
    key: 'Mod+I',
    where: 'desk',
    ticked: true,
  }),
  command({
    id: 'format.superscript',
    menu: 'Format',
    label: 'Superscript',
    key: 'Mod+.',
    where: 'desk',
    ticked: true,
  }),
  command({
    id: 'format.subscript',
    menu: 'Format',
    label: 'Subscript',
    key: 'Mod+,',
    where: 'desk',
    ticked: true,
  }),
  command({ id: 'format.link', menu: 'Format', label: 'Link…', key: 'Mod+K', where: 'desk' }),
  command({ id: 'format.clear', menu: 'Format', label: 'Clear Formatting', key: 'Mod+\\', where: 'desk' }),
  command({ id: 'move.up', menu: 'Format', label: 'Move Up', key: 'Alt+Up', where: 'desk', group: true }),
  command({ id: 'move.down', menu: 'Format', label: 'Move Down', key: 'Alt+Down', where: 'desk' }),
  command({
    id: 'review.comment',
    menu: 'Review',
    label: 'Comment',
    key: 'Mod+Alt+M',
    where: 'desk',
  }),
  command({
    id: 'review.resolve',
    menu: 'Review',
    label: 'Resolve or Reopen Thread',
    where: 'desk',
  }),
  command({
    id: 'review.next',
    menu: 'Review',
    label: 'Next Comment or Suggestion',
    key: 'Mod+Alt+N',
    where: 'desk',
  }),
  command({
    id: 'review.previous',
    menu: 'Review',
    label: 'Previous Comment or Suggestion',
    key: 'Mod+Alt+P',
    where: 'desk',
  }),
  command({
    id: 'review.accept',
    menu: 'Review',
    label: 'Accept Suggestion',
    key: 'Mod+Alt+A',
    where: 'desk',
    group: true,
  }),
  command({
    id: 'review.reject',
    menu: 'Review',
    label: 'Reject Suggestion',
    key: 'Mod+Alt+R',
    where: 'desk',
  }),
  command({
    id: 'review.accept-all',
    menu: 'Review',
    label: 'Accept All Suggestions',
    where: 'desk',
  }),
  command({
    id: 'review.reject-all',
    menu: 'Review',
    label: 'Reject All Suggestions',
    where: 'desk',
  }),
  command({
    id: 'review.editing',
    menu: 'Review',
    label: 'Editing',
    where: 'desk',
    ticked: true,
    group: true,
  }),
  command({
    id: 'review.suggesting',
    menu: 'Review',
    label: 'Suggesting',
    key: 'Mod+Shift+E',
    where: 'desk',
    ticked: true,
  }),
  command({
    id: 'review.viewing',
    menu: 'Review',
    label: 'Viewing',
    where: 'desk',
    ticked: true,
  }),
  command({
    id: 'view.palette',
    menu: 'View',
    label: 'Command Palette',
    key: 'Mod+Shift+P',
    where: 'everywhere',
  }),
  command({
    id: 'view.outline',
    menu: 'View',
    label: 'Outline',
    key: 'Mod+Alt+O',
    where: 'desk',
    ticked: true,
    group: true,
  }),
  command({
    id: 'view.review',
    menu: 'View',
    label: 'Review',
    key: 'Mod+Alt+C',
    where: 'desk',
    ticked: true,
  }),
  command({
    id: 'view.versions',
    menu: 'View',
    label: 'Versions',
    key: 'Mod+Alt+V',
    where: 'desk',
    ticked: true,
  }),
  command({
    id: 'view.details',
    menu: 'View',
    label: 'Details',
    key: 'Mod+Alt+D',
    where: 'desk',
    ticked: true,
  }),
  command({ id: 'view.next-panel', menu: 'View', label: 'Focus Next Panel', key: 'F6', where: 'everywhere' }),
  command({
    id: 'view.theme-system',
    menu: 'View',
    label: 'Theme: As the System',
    where: 'everywhere',
    ticked: true,
    group: true,
  }),
  command({ id: 'view.theme-light', menu: 'View', label: 'Theme: Light', where: 'everywhere', ticked: true }),
  command({ id: 'view.theme-dark', menu: 'View', label: 'Theme: Dark', where: 'everywhere', ticked: true }),
  command({ id: 'view.spelling', menu: 'View', label: 'Check Spelling', where: 'everywhere', ticked: true }),
  command({ id: 'help.keys', menu: 'Help', label: 'Keyboard Shortcuts', key: 'F1', where: 'everywhere' }),
  command({ id: 'help.identity', menu: 'Help', label: 'Your Name and Initials…', where: 'everywhere' }),
] as const

export type CommandId = (typeof commands)[number]['id']

export const commandIds = commands.map(({ id }) => id) as [CommandId, ...CommandId[]]
