using System.Runtime.CompilerServices;

// Not in the project file: the LEAN command line builds with GenerateAssemblyInfo=false, which leaves those out.
[assembly: InternalsVisibleTo("AlphaMix.Training")]
[assembly: InternalsVisibleTo("AlphaMix.Cli")]
