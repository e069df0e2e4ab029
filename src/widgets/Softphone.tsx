'use client';
import { type ReactElement, useState } from 'react';
import { useCall, usePhoneState } from '../hooks/index.js';
import { mergeProps } from '../parts/mergeProps.js';
import * as PhoneParts from '../parts/phone.js';
import type { CallId } from '../phone/state.js';
import { Announced } from './Announcer.js';
import { CallHistory } from './CallHistory.js';
import { CallPanel } from './CallPanel.js';
import { DevicePicker } from './DevicePicker.js';
import { Dialer } from './Dialer.js';
import { IncomingCallToast } from './IncomingCallToast.js';
import { Isolated, type IsolateProps } from './Isolated.js';
import { HeadphonesIcon } from './icons.js';
import { OtherCalls } from './OtherCalls.js';
import { PhoneAlerts } from './PhoneAlerts.js';
import { RegistrationStatus } from './RegistrationStatus.js';
import { useCovered } from './useCovered.js';
import { HOTKEY } from './useHotkey.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useSheet } from './useSheet.js';
import { useViews, Views } from './Views.js';
import { useLanguage, useWords } from './WordsProvider.js';
import type { WidgetProps } from './widgetProps.js';

/** Whether the softphone is kept from the page's styles, and props of its root element. */
export interface SoftphoneProps extends WidgetProps<'section'>, IsolateProps {
  /** Names this phone where there are several. */
  'aria-label'?: string | undefined;
}

/**
 * A whole phone, from 240 px wide: whether it is ready, a dialer or the calls of the past, the call in their place
 * while there is one, calls that ring, what went wrong, and the sound settings. Its region is named "Phone" unless
 * `aria-label` says otherwise. Takes the props of that region, a `<section>`.
 */
export function Softphone({ isolate, ...props }: SoftphoneProps): ReactElement {
  if (!isolate) return <Phone {...props} />;
  const { id, className, style, ...inside } = props;
  return (
    <Isolated id={id} className={className} style={style}>
      <Phone {...inside} />
    </Isolated>
  );
}

function Phone(props: WidgetProps<'section'>) {
  const words = useWords();
  const { shown, show } = useShownCall();
  const busy = useCall(shown, ({ state }) => state !== 'terminated') ?? false;
  const focus = useKeptFocus<HTMLDivElement>();
  const covered = useCovered(focus.ref, busy);
  const views = useViews();
  const sound = useSheet();

  return (
    <PhoneParts.Root
      {...mergeProps(
        {
          'aria-label': words.phone,
          className: 'hs hs-card hs-softphone',
          ...useLanguage(),
          'data-covered': covered ? '' : undefined,
        },
        props,
      )}
    >
      <Announced hotkey={HOTKEY}>
        <div className="hs-bar">
          <RegistrationStatus />
          <button {...sound.button} type="button" className="hs-round" aria-label={words.devices.label}>
            <HeadphonesIcon />
          </button>
        </div>
        <PhoneAlerts />
        <div {...focus} className="hs-softphone-body">
          <IncomingCallToast />
          <div className="hs-softphone-view">
            <div {...sound.sheet} className="hs-sheet">
              {sound.open && <DevicePicker />}
            </div>
            <div className="hs-stage">
              {shown && <OtherCalls shown={shown} onChoose={show} />}
              <CallPanel callId={shown} devices={false} />
              {/* Stays, so that a call does not cost a person what they had typed. */}
              <div className="hs-stage" hidden={shown !== undefined}>
                <div {...views.panel('keypad')} className="hs-stage">
                  <Dialer />
                </div>
                <div {...views.panel('recents')} className="hs-stage">
                  {/* Its tab has the same words. */}
                  <p className="hs-softphone-title" aria-hidden="true">
                    {words.views.recents}
                  </p>
                  {views.view === 'recents' && <CallHistory />}
                </div>
              </div>
            </div>
            {/* Keeps its room in a call: hang up is where the call button was. */}
            <div className="hs-views-place">{shown === undefined && <Views {...views} />}</div>
          </div>
        </div>
      </Announced>
    </PhoneParts.Root>
  );
}

/** The call on screen: the active one, unless the person chose another and the active one is still the same. */
function useShownCall() {
  const active = useCall(undefined, ({ id }) => id);
  const [choice, setChoice] = useState<{ id: CallId; insteadOf: CallId | undefined }>();
  const there = usePhoneState(({ calls }) => calls.some(({ id }) => id === choice?.id));
  const valid = there && choice?.insteadOf === active;
  return {
    shown: valid ? choice?.id : active,
    show: (id: CallId) => setChoice({ id, insteadOf: active }),
  };
}
