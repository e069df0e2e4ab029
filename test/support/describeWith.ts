import { PROGRAMS } from '../../scripts/programs.mjs';

/**
 * `describe` for tests that need programs npm cannot install. Where one is missing they are skipped, and the title
 * says what to install; with `CI=true` they run all the same, and fail.
 */
export async function describeWith(programs: string[], title: string, suite: () => void): Promise<void> {
  const missing: string[] = [];
  for (const name of programs) {
    const program = PROGRAMS[name];
    if (!program)
      throw new Error(`"${name}" is not in scripts/programs.mjs: add how it is found and installed.`);
    if (!(await program.find())) missing.push(`${program.title} (${program.packages.join(', ')})`);
  }
  if (missing.length === 0 || process.env.CI === 'true') describe(title, suite);
  else describe.skip(`${title} [install ${missing.join(', ')}]`, suite);
}
