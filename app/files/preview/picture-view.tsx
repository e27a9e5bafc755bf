import { useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Empty } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { fileWords } from '../file.words.ts';
import { ZoomBar } from './zoom-bar.tsx';

/** A picture, fitted to the frame or as large as one likes. */
export function PictureView({ address, name }: { address: string; name: string }) {
  const t = useWords(fileWords);
  const [zoom, setZoom] = useState<number | null>(null);
  const [width, setWidth] = useState<number>();
  const [failed, setFailed] = useState(false);
  if (failed) return <Empty title={t.pictureFailed} />;
  return (
    <div className="paper">
      <div className="file-bar">
        <ZoomBar zoom={zoom} onZoom={setZoom} />
      </div>
      <ScrollRegion className="file-scroll file-desk" label={t.reader(name)}>
        <img
          className="file-picture"
          src={address}
          alt={name}
          data-fit={zoom === null || undefined}
          width={zoom !== null && width ? Math.round(width * zoom) : undefined}
          onLoad={(event) => setWidth(event.currentTarget.naturalWidth)}
          onError={() => setFailed(true)}
        />
      </ScrollRegion>
    </div>
  );
}
