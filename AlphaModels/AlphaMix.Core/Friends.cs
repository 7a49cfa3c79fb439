using System.Runtime.CompilerServices;

// The trainers' element-wise kernels are written in Core's vector operations; the simulator runs Core's portfolio rules without checks. Not
// in the project file: the LEAN command line builds with GenerateAssemblyInfo=false, which leaves those out.
[assembly: InternalsVisibleTo("AlphaMix.Training")]
[assembly: InternalsVisibleTo("AlphaMix.Evaluation")]
[assembly: InternalsVisibleTo("AlphaMix.Lean")]
[assembly: InternalsVisibleTo("AlphaMix.Core.Tests")]
