// What `npm install zerenzhi` puts on a disk: the package and what it depends on, without optional peers.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Install {
  readonly packages: number;
  readonly megabytes: number;
}

export function installOf(): Install {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
  ) as [{ unpackedSize: number }];
  const found = new Set<string>();
  dependenciesOf('.', found);
  const bytes = [...found].reduce((sum, name) => sum + bytesIn(join('node_modules', name)), packed.unpackedSize);
  return { packages: 1 + found.size, megabytes: bytes / 1024 ** 2 };
}

function dependenciesOf(folder: string, found: Set<string>): void {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: { [name: string]: string };
  };
  for (const name of Object.keys(dependencies)) {
    if (found.has(name)) continue;
    found.add(name);
    const within = join('node_modules', name);
    if (existsSync(within)) dependenciesOf(within, found);
  }
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(folder, file)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
