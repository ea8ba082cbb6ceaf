export const mainHelp = `galley: briefings without a window

  galley import FILE [--from text|markdown] [-o OUT.briefing] [--report] [--json]
  galley export FILE.briefing --to html|fragment|markdown|text [-o OUT]
         [--front-matter hugo|jekyll|astro|eleventy|none]
         [--suggestions accept|reject|show] [--comments none|footnotes|appendix]
  galley info FILE.briefing [--json]
  galley comment FILE.briefing --as NAME --on "QUOTED TEXT" "COMMENT" [-o OUT]
  galley replace FILE.briefing --as NAME [--suggest] "OLD" "NEW" [-o OUT]
  galley edit FILE.briefing --as NAME [--suggest] --script EDITS.json [-o OUT]
  galley review-copy FILE.briefing --for NAME --may comment|suggest|edit -o OUT.briefing
  galley return COPY.briefing -o OUT.briefing
  galley merge MASTER.briefing RETURN.briefing... [-o OUT] [--report FILE.json]
  galley salvage DAMAGED.briefing -o OUT.briefing [--json]
  galley compare A.briefing B.briefing [--json]

  galley COMMAND --help    says more about a command
  galley --version

FILE and OUT may be -, standard input and output.
Exit status: 0 done; 1 done, but something blocks or conflicts; 2 wrong use; 3 bad input.
`
