using System.Collections;
using System.Globalization;

namespace AlphaMix.Core.Extensions;

/// <summary>
/// The parameters of an extension as configurations and artifacts carry them: names with a number, a flag or a text each, in the order in
/// which they were added. Enumerating returns <see cref="double"/>, <see cref="bool"/> or <see cref="string"/> values. Immutable; two with
/// the same names and values in the same order are equal.
/// </summary>
public sealed class Parameters : IEnumerable<KeyValuePair<string, object>>, IEquatable<Parameters>
{
    private readonly KeyValuePair<string, object>[] _values;

    private Parameters(KeyValuePair<string, object>[] values) => _values = values;

    /// <summary>Gets the parameters without any name.</summary>
    public static Parameters None { get; } = new([]);

    /// <summary>Gets the number of parameters.</summary>
    public int Count => _values.Length;

    /// <summary>Reads parameters as command lines write them.</summary>
    /// <param name="assignments">Each <c>name=value</c>: a number, <c>true</c>, <c>false</c>, or any other text.</param>
    /// <exception cref="ArgumentException">One is not of that form, a number is not finite, or a name is used twice.</exception>
    public static Parameters Parse(IEnumerable<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        return assignments.Aggregate(None, (parameters, assignment) => assignment.Split('=', 2) switch
        {
            [{ Length: > 0 } name, "true"] => parameters.With(name, true),
            [{ Length: > 0 } name, "false"] => parameters.With(name, false),
            [{ Length: > 0 } name, var text] => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? parameters.With(name, number)
                : parameters.With(name, text),
            _ => throw new ArgumentException($"expected name=value, found '{assignment}'.")
        });
    }

    /// <summary>Returns these parameters with one more number.</summary>
    /// <param name="name">A name not yet used, not blank.</param>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentException">The name is blank or used already, or the number is not finite.</exception>
    public Parameters With(string name, double value) => double.IsFinite(value)
        ? Add(name, value)
        : throw new ArgumentException($"{name} must be finite, found {value}.", nameof(value));

    /// <summary>Returns these parameters with one more flag.</summary>
    /// <param name="name">A name not yet used, not blank.</param>
    /// <param name="value">The flag.</param>
    /// <exception cref="ArgumentException">The name is blank or used already.</exception>
    public Parameters With(string name, bool value) => Add(name, value);

    /// <summary>Returns these parameters with one more text.</summary>
    /// <param name="name">A name not yet used, not blank.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">The name is blank or used already.</exception>
    public Parameters With(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, value);
    }

    /// <summary>Returns a number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="standard">The value where the name is missing; null makes it required.</param>
    /// <exception cref="ArgumentException">The parameter is missing or not a number.</exception>
    public double Number(string name, double? standard = null) => Get(name, standard);

    /// <summary>Returns a whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="standard">The value where the name is missing; null makes it required.</param>
    /// <exception cref="ArgumentException">The parameter is missing, not a number, not whole, or beyond 32 bits.</exception>
    public int Whole(string name, int? standard = null)
    {
        var value = Get<double>(name, standard);
        return value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
            ? (int)value
            : throw new ArgumentException($"{name}: expected a whole number, found {value.ToString("R", CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Returns a flag.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="standard">The value where the name is missing; null makes it required.</param>
    /// <exception cref="ArgumentException">The parameter is missing or not true or false.</exception>
    public bool Flag(string name, bool? standard = null) => Get(name, standard);

    /// <summary>Returns a text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="standard">The value where the name is missing; null makes it required.</param>
    /// <exception cref="ArgumentException">The parameter is missing or not a text.</exception>
    public string Text(string name, string? standard = null)
    {
        var found = Find(name) ?? standard ?? throw Missing(name);
        return found as string ?? throw new ArgumentException($"{name}: expected a text, found {Show(found)}.");
    }

    /// <summary>Rejects parameters that an extension does not have: a misspelled one would be silently ignored.</summary>
    /// <param name="names">The names that the extension reads; none for an extension without parameters.</param>
    /// <exception cref="ArgumentException">A parameter has another name; the message has it and those known.</exception>
    public void RequireKnown(params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in _values)
        {
            if (!names.Contains(name))
                throw new ArgumentException(
                    $"There is no parameter '{name}'; known: {(names.IsEmpty ? "none" : string.Join(", ", names.ToArray()))}.");
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, object>>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Parameters? other) => other is not null && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Parameters);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(17, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    /// <summary>Returns the values as <c>name value</c>, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _values.Select(pair => $"{pair.Key} {Show(pair.Value)}"));

    private static string Show(object value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => $"'{value}'"
    };

    private static ArgumentException Missing(string name) => new($"The parameter '{name}' is missing.");

    private Parameters Add(string name, object value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Find(name) is null
            ? new Parameters([.. _values, new(name, value)])
            : throw new ArgumentException($"The parameter '{name}' is given twice.", nameof(name));
    }

    private object? Find(string name) => Array.Find(_values, pair => pair.Key == name).Value;

    private T Get<T>(string name, T? standard)
        where T : struct
    {
        var found = Find(name) ?? standard ?? throw Missing(name);
        return found is T value
            ? value
            : throw new ArgumentException(
                $"{name}: expected {(typeof(T) == typeof(bool) ? "true or false" : "a number")}, found {Show(found)}.");
    }
}
