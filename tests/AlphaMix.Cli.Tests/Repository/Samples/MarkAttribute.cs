namespace AlphaMix.Cli.Tests.Repository.Samples.Marks;

/// <summary>An attribute that names a type of the namespace that bears it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MarkAttribute : Attribute
{
    public static string Word() => nameof(MarkAttribute) + typeof(Marked.Bearer).Name;
}
