using System;
using AlphaMix.LeanSurface;
using Python.Runtime;

namespace QuantConnect.Util;

// Declared.
public class PythonUtil
{
    internal PythonUtil()
    {
    }

    public static Func<T1, T2> ToFunc<T1, T2>(PyObject pyObject) => throw Declared.Only();

    public static Func<T1, T2, T3> ToFunc<T1, T2, T3>(PyObject pyObject) => throw Declared.Only();
}
