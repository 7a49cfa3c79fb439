using AlphaMix.Core.Numerics.Simd;
using AlphaMix.Testing.Child;

// Started by tests with instruction sets switched off: says which vectors are left, and what a training gives there.
Console.WriteLine(SimdWidths.Best);
Console.WriteLine(TinyTraining.Fingerprint());
Console.WriteLine(TinyPool.Fingerprint());
