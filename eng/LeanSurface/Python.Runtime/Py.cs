using System;

namespace Python.Runtime;

// Declared: no Python runs here.
public static class Py
{
    public static GILState GIL() => throw new NotSupportedException("GIL is declared only: no Python runs in AlphaMix.Lean's stand-in for LEAN.");

    public class GILState : IDisposable
    {
        internal GILState()
        {
        }

        public virtual void Dispose()
        {
        }
    }
}
