import type { ReactElement, ReactNode } from 'react';

/** What a round control shows: an icon and the label under it. */
export const ControlFace = ({ icon, label }: { icon: ReactNode; label: string }): ReactElement => (
  <>
    <span className="hs-control-face">{icon}</span>
    <span className="hs-control-label">{label}</span>
  </>
);
