'use client';
import { type RefCallback, useMemo } from 'react';
import type { MeterSource } from '../phone/phone.js';
import { usePhone } from './PhoneProvider.js';

/**
 * A ref for the element that shows a level: writes it as `--hs-level`, 0 to 1, about 20 times a second, with no
 * render and no write to the phone's state. `onLevel` also gets it; keep that function the same between renders.
 */
export function useMeter(
  source: MeterSource | undefined,
  onLevel?: (level: number, element: HTMLElement) => void,
): RefCallback<HTMLElement> {
  const phone = usePhone();
  return useMemo(() => {
    let stop = () => {};
    return (element: HTMLElement | null) => {
      stop();
      stop = () => {};
      if (!element || source === undefined) return;
      const unmeter = phone.meter(source, (level) => {
        element.style.setProperty('--hs-level', level.toFixed(3));
        onLevel?.(level, element);
      });
      stop = () => {
        unmeter();
        element.style.removeProperty('--hs-level');
      };
    };
  }, [phone, source, onLevel]);
}
