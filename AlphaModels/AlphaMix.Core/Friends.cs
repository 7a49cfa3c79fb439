using System.Runtime.CompilerServices;

// The trainers' element-wise kernels are written in Core's vector operations.
[assembly: InternalsVisibleTo("AlphaMix.Training")]
