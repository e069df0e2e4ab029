import type { Device, DeviceKind } from './media.js';

/** What the person chose on this machine; nothing for a kind means the system's choice. */
export interface Choices {
  get(kind: DeviceKind): Device | undefined;
  set(kind: DeviceKind, device: Device | undefined): void;
}

const storageKey = 'hookswitch.devices';

type Kept = Partial<Record<DeviceKind, Device>>;

/** Storage may be missing, full, forbidden or written by others; the choice then lasts as long as the page. */
export function createChoices(storage: () => Pick<Storage, 'getItem' | 'setItem'> | undefined): Choices {
  let kept: Kept | null = null;

  function read(): Kept {
    try {
      return parse(JSON.parse(storage()?.getItem(storageKey) ?? '{}'));
    } catch {
      return {};
    }
  }

  const choices = () => {
    kept ??= read();
    return kept;
  };

  return {
    get: (kind) => choices()[kind],
    set(kind, device) {
      const { [kind]: _, ...others } = choices();
      kept = device ? { ...others, [kind]: device } : others;
      try {
        storage()?.setItem(storageKey, JSON.stringify(kept));
      } catch {
        // Kept for this page alone.
      }
    },
  };
}

function parse(value: unknown): Kept {
  const kept: Kept = {};
  if (typeof value !== 'object' || value === null) return kept;
  for (const kind of ['microphone', 'speaker', 'ringer'] as const) {
    const device: unknown = (value as Record<string, unknown>)[kind];
    if (typeof device !== 'object' || device === null) continue;
    const { id, label } = device as Record<string, unknown>;
    if (typeof id === 'string' && id && typeof label === 'string') kept[kind] = { id, label };
  }
  return kept;
}
