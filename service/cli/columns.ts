/** Rows of cells under one another. A cell may have several lines; the last column is as wide as it is. No blanks at the end of a line. */
export function columns(rows: readonly (readonly (readonly string[])[])[], gap = 2): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      for (const line of cell) widths[i] = Math.max(widths[i] ?? 0, line.length);
    });
  }
  const lines = rows.flatMap(row =>
    Array.from({ length: Math.max(...row.map(cell => cell.length)) }, (_, at) =>
      row
        .map((cell, i) => (cell[at] ?? '').padEnd(widths[i]! + gap))
        .join('')
        .trimEnd()
    )
  );
  return lines.map(line => `${line}\n`).join('');
}

/** A text in lines of at most `width` signs, broken between words, each after `indent`. */
export function wrapped(text: string, indent: string, width = 100): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map(each => `${indent}${each}\n`).join('');
}
