using System;
using AlphaMix.LeanSurface;
using Python.Runtime;
using QuantConnect.Scheduling;

namespace QuantConnect;

// Declared.
public static class Extensions
{
    public static Func<DateTime, DateTime?> ToFunc(this IDateRule dateRule) => throw Declared.Only();

    public static bool TryConvert<T>(this PyObject pyObject, out T result, bool allowPythonDerivative = false) => throw Declared.Only();
}
