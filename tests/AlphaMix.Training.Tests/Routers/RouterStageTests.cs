using AlphaMix.Core;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Routers;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Routers;

[TestFixture]
internal sealed class RouterStageTests
{
    [Test]
    public void Fit_AStateOfAnotherName_IsRefused()
    {
        var configuration = SmallMarket.Configuration() with
        {
            Extensions = BuiltIn.Extensions.With<IRouterFitter>("own", new Misnamed())
                .With<RouterFactory>("own", (_, groups) => MixtureRouter.Average(groups)),
            Routers = new RouterOptions
            {
                AsNeeded = null,
                WithReplacement = null,
                Soup = null,
                Others = [new ExtensionOptions { Name = "own" }]
            }
        };

        Assert.That(() => SmallMarket.Train(SmallMarket.Generate(), configuration),
            Throws.InvalidOperationException.With.Message.EqualTo("The router fitter own returned the state of other, expected its own name."));
    }

    private sealed class Misnamed : IRouterFitter
    {
        public string Name => "own";

        public FittedRouter? Fit(RouterFitContext context, Parameters options) => new(new FittedState("other", 1, Parameters.None, []));
    }
}
