using AlphaMix.Core.Extensions;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Routers;

namespace AlphaMix.Training.Pools;

/// <summary>Finds out before anything is trained whether a configuration's routers and forecasters can be.</summary>
internal static class ExtensionFaults
{
    /// <summary>Throws when a router or forecaster is not known, is asked for twice, or refuses its options.</summary>
    /// <exception cref="ConfigurationException">One or more faults; the message names all of them.</exception>
    public static void Refuse(TrainingConfiguration configuration)
    {
        var extensions = configuration.Extensions;
        var routers = Find<IRouterFitter, RouterFactory>(
            "routers.others", configuration.Routers.Others, extensions, (fitter, options) => fitter.Faults(options));
        var forecasters = Find<IForecasterTrainer, ForecasterFactory>(
            "forecasters", configuration.Forecasters, extensions, (trainer, options) => trainer.Faults(options));
        var both = configuration.Routers.Others.Select(router => router.Name).Intersect(
            configuration.Forecasters.Select(forecaster => forecaster.Name))
            .Select(name => $"forecasters: '{name}' is the name of a router too");
        string[] faults = [.. routers, .. forecasters, .. both];
        if (faults.Length > 0)
            throw new ConfigurationException($"Configuration: {string.Join("; ", faults)}.");
    }

    private static IEnumerable<string> Find<TTrainer, TFactory>(
        string path, IReadOnlyList<ExtensionOptions> list, ExtensionSet extensions, Func<TTrainer, Parameters, IEnumerable<string>> faults)
        where TTrainer : class
        where TFactory : class
    {
        for (var i = 0; i < list.Count; i++)
        {
            var (name, at) = (list[i].Name, $"{path}[{i}]");
            if (list.Take(i).Any(other => other.Name == name))
                yield return $"{at}.name: '{name}' is there twice";
            if (RouterNames.Paper.Contains(name))
                yield return $"{at}.name: '{name}' is a router of the paper; it has a key of its own in routers";
            else if ((Missing<TTrainer>(extensions, name) ?? Missing<TFactory>(extensions, name)) is { } missing)
                yield return $"{at}.name: {missing}";
            foreach (var fault in extensions.Find<TTrainer>(name) is { } trainer ? faults(trainer, list[i].Parameters) : [])
                yield return $"{at}.parameters: {fault}";
        }
    }

    private static string? Missing<TSeam>(ExtensionSet extensions, string name)
        where TSeam : class
    {
        try
        {
            extensions.Get<TSeam>(name);
            return null;
        }
        catch (UnknownExtensionException fault)
        {
            return fault.Message.TrimEnd('.');
        }
    }
}
