using System;

namespace Python.Runtime;

// Declared: no Python runs here.
public class PyObject
{
    internal PyObject()
    {
    }

    public T As<T>() => throw new NotSupportedException("As is declared only: no Python runs in AlphaMix.Lean's stand-in for LEAN.");
}
