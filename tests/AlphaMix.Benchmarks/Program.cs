using AlphaMix.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/AlphaMix.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(GroupTrainingBenchmarks).Assembly).Run(args);
