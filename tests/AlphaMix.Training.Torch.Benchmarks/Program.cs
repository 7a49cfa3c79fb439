using System.CommandLine;
using AlphaMix.Training.Torch.Benchmarks;

var config = new Argument<string>("CONFIG") { Description = "A configuration, such as docs/examples/acl18.json; its searched groups are trained." };
var data = new Option<string>("--data") { Description = "A LEAN data folder.", Required = true, HelpName = "D" };
var device = new Option<string>("--device") { Description = "cuda, cuda:N or torch-cpu.", DefaultValueFactory = _ => "cuda", HelpName = "X" };
var threads = new Option<int>("--threads") { Description = "Stacks in flight at once.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
var rounds = new Option<int>("--rounds") { Description = "How often both sides take their turn.", DefaultValueFactory = _ => 3, HelpName = "N" };
var mixed = new Option<bool>("--mixed-precision") { Description = "Round the inputs of matrix products (TF32)." };
var command = new RootCommand("Trains the same groups as one batched program and, one after another, by plain TorchSharp: an epoch each, in turns.")
{
    config, data, device, threads, rounds, mixed
};
command.SetAction(parsed => new TorchRatio(
    new() { Device = parsed.GetValue(device)!, Threads = parsed.GetValue(threads), MixedPrecision = parsed.GetValue(mixed) },
    TimeProvider.System,
    Console.Out).Run(parsed.GetValue(config)!, parsed.GetValue(data)!, parsed.GetValue(rounds)));
return command.Parse(args).Invoke();
