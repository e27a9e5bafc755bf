/** As much of d3-hierarchy as the organisation chart uses; the package comes without types. */
declare module 'd3-hierarchy' {
  export type Point<T> = {
    data: T;
    depth: number;
    /** Across the levels, then along them. */
    x: number;
    y: number;
    parent: Point<T> | null;
    children?: Point<T>[];
    descendants(): Point<T>[];
    /** Those below before the one above them. */
    eachAfter(visit: (one: Point<T>) => void): Point<T>;
  };
  export function hierarchy<T>(data: T, children: (one: T) => readonly T[]): Point<T>;
  export function tree<T>(): {
    nodeSize(size: [number, number]): ReturnType<typeof tree<T>>;
    separation(apart: (a: Point<T>, b: Point<T>) => number): ReturnType<typeof tree<T>>;
    (root: Point<T>): Point<T>;
  };
}
