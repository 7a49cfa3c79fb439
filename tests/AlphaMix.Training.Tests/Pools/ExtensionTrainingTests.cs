using AlphaMix.Core;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Routers;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>Routers and forecasters from outside the library, from the configuration to the artifact.</summary>
public sealed class ExtensionTrainingTests
{
    private const string Json = """
        {
          "split": { "trainFrom": "2014-01-01", "validationFrom": "2015-01-01", "testFrom": "2015-07-01", "testTo": "2016-01-01" },
          "search": { "batchSize": [64], "hiddenSize": [8], "learningRate": [0.001] },
          "training": { "epochs": 1 },
          "pool": { "topK": 1, "initialisations": 2 },
          "routers": { "asNeeded": null, "withReplacement": null, "soup": null, "others": [{ "name": "lossWeighted", "parameters": { "sharpness": 5 } }] },
          "forecasters": [{ "name": "leanings", "parameters": { "shrink": 0.5 } }]
        }
        """;

    private static readonly ExtensionSet Extensions = BuiltIn.Extensions
        .With<IRouterFitter>(LossWeighted.RegisteredName, new LossWeighted())
        .With<RouterFactory>(LossWeighted.RegisteredName, LossWeighted.Create)
        .With<IForecasterTrainer>(Leanings.RegisteredName, new LeaningsTrainer())
        .With<ForecasterFactory>(Leanings.RegisteredName, (state, features) => new Leanings(state, features));

    private static TrainingConfiguration Configuration => ConfigurationFile.Parse(Json, "toy", extensions: Extensions);

    [Test]
    public void Train_TakesThemIntoThePool_AndCountsTheirUsesOfTheValidationSpan()
    {
        var trained = SmallMarket.Train(SmallMarket.Generate(), Configuration);

        var pool = trained.Pool;
        Assert.Multiple(() =>
        {
            Assert.That(pool.Routers, Is.EqualTo(new[] { "V", "leanings", "lossWeighted" }));
            Assert.That(pool.Manifest.ValidationUses["routers.lossWeighted"], Is.EqualTo(2), "one call of Profit a group");
            Assert.That(pool.Manifest.ValidationUses["forecasters.leanings"], Is.Zero);
            Assert.That(trained.Notes, Has.One.EqualTo("lossWeighted: 2 groups"));
        });
    }

    [Test]
    public void Artifact_ReadBack_AnswersWithTheSameBits()
    {
        var pool = SmallMarket.Train(SmallMarket.Generate(), Configuration).Pool;
        var bytes = PoolArtifact.ToBytes(pool);

        var read = PoolArtifact.Read(bytes, "pool", Extensions);

        Assert.Multiple(() =>
        {
            Assert.That(Answers(read, "leanings"), Is.EqualTo(Answers(pool, "leanings")));
            Assert.That(Answers(read, "lossWeighted"), Is.EqualTo(Answers(pool, "lossWeighted")));
            Assert.That(Answers(pool, "lossWeighted"), Is.Not.EqualTo(Answers(pool, "V")));
            Assert.That(() => PoolArtifact.Read(bytes, "pool"), Throws.TypeOf<ArtifactException>().With.Message.Contains("lossWeighted"));
        });
    }

    [Test]
    public void Train_WithThem_ChangesNothingElse()
    {
        var configuration = Configuration;
        var plain = configuration with { Routers = configuration.Routers with { Others = [] }, Forecasters = [] };
        var series = SmallMarket.Generate();

        var (with, without) = (SmallMarket.Train(series, configuration).Pool, SmallMarket.Train(series, plain).Pool);

        Assert.That(Answers(with, "V"), Is.EqualTo(Answers(without, "V")));
    }

    [Test]
    public void Write_ThenParse_KeepsThem()
    {
        var again = ConfigurationFile.Parse(ConfigurationFile.Write(Configuration), "again", extensions: Extensions);

        Assert.Multiple(() =>
        {
            Assert.That(again.Routers.Others, Is.EqualTo(Configuration.Routers.Others));
            Assert.That(again.Forecasters, Is.EqualTo(Configuration.Forecasters));
        });
    }

    [Test]
    public void Train_OfAnUnknownName_IsRefusedByName() => Assert.That(
        () => SmallMarket.Train([], Configuration with { Extensions = BuiltIn.Extensions }),
        Throws.TypeOf<ConfigurationException>().With.Message.Contains("routers.others[0].name: There is no router fitter 'lossWeighted'; known: none")
            .And.Message.Contains("forecasters[0].name: There is no forecaster trainer 'leanings'"));

    [Test]
    public void Train_OfRefusedOptions_SaysWhich() => Assert.That(
        () => SmallMarket.Train([], Configuration with
        {
            Routers = new RouterOptions { Others = [new() { Name = "lossWeighted", Parameters = Parameters.None.With("sharpness", -1) }, new() { Name = "V" }] }
        }),
        Throws.TypeOf<ConfigurationException>().With.Message.Contains("routers.others[0].parameters: sharpness must be positive, found -1")
            .And.Message.Contains("routers.others[1].name: 'V' is a router of the paper"));

    private static float[] Answers(Pool pool, string router)
    {
        var size = pool.Manifest.Features.InputSize;
        float[] rows = [.. Enumerable.Range(0, 500).Select(i => MathF.Sin(i * i))];
        int[] offsets = [.. Enumerable.Range(0, rows.Length - size)];
        var answers = new float[offsets.Length];
        pool.Router(router).Score(rows, offsets, answers, new int[offsets.Length], new RouterScratch());
        return answers;
    }

    /// <summary>Mixture weights that fall with a group's validation loss; also asks for the profit of each group, to be counted.</summary>
    private sealed class LossWeighted : IRouterFitter
    {
        public const string RegisteredName = "lossWeighted";

        public string Name => RegisteredName;

        public static MixtureRouter Create(FittedState state, IReadOnlyList<IGroup> groups) =>
            new MixtureRouter(RegisteredName, groups, [.. Enumerable.Range(0, groups.Count)], state.Values("mixture", groups.Count).ToArray());

        public IEnumerable<string> Faults(Parameters options)
        {
            if (options.Number("sharpness", 1) is <= 0 and var found)
                yield return $"sharpness must be positive, found {found}";
        }

        public FittedRouter? Fit(RouterFitContext context, Parameters options)
        {
            var sharpness = options.Number("sharpness", 1);
            var shares = context.Groups.Select(group => Math.Exp(-sharpness * group.Record.ValidationLoss)).ToArray();
            foreach (var group in context.Groups.Select(group => new ExpertGroup(group.Record.Shape, group.Parameters)))
                context.Profit(context.Score(MixtureRouter.Average([group])));
            context.Note($"lossWeighted: {shares.Length} groups");
            return new FittedRouter(new FittedState(
                Name, 1, options, [new Tensor("mixture", [shares.Length], [.. shares.Select(share => (float)(share / shares.Sum()))])]));
        }
    }

    /// <summary>Leans each value of the window to the side on which it lay, on average, before prices rose.</summary>
    private sealed class LeaningsTrainer : IForecasterTrainer
    {
        public string Name => Leanings.RegisteredName;

        public TrainedForecaster Train(TrainingData data, Parameters options, long seed, CancellationToken cancellation)
        {
            var leanings = new float[data.Panel.Spec.InputSize];
            foreach (var sample in data.Training)
            {
                for (var i = 0; i < leanings.Length; i++)
                    leanings[i] += (sample.Label == 1 ? 1 : -1) * data.Panel.Rows[sample.WindowOffset + i] / data.Training.Length;
            }

            return new TrainedForecaster(new FittedState(Name, 1, options, [new Tensor("leanings", [leanings.Length], leanings)]), ValidationUses: 0);
        }
    }

    private sealed class Leanings(FittedState state, FeatureSpec features) : IForecaster
    {
        public const string RegisteredName = "leanings";

        private readonly float[] _leanings = state.Values("leanings", features.InputSize).ToArray();
        private readonly double _shrink = state.Parameters.Number("shrink", 1);

        public string Name => RegisteredName;

        public void Forecast(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> probabilities, WorkingMemory memory)
        {
            for (var i = 0; i < offsets.Length; i++)
            {
                var sum = 0.0;
                for (var j = 0; j < _leanings.Length; j++)
                    sum += _leanings[j] * rows[offsets[i] + j];
                probabilities[i] = (float)ExactMath.Sigmoid(_shrink * sum);
            }
        }
    }
}
