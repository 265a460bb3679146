using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Http;

/// <summary>Finds the method behind a function, for the attributes on it.</summary>
internal static class FunctionMethods
{
    /// <summary>The entry point is the full name of class and method.</summary>
    public static MethodInfo? Of(FunctionDefinition function)
    {
        var split = function.EntryPoint.LastIndexOf('.');
        return typeof(FunctionMethods).Assembly.GetType(function.EntryPoint[..split])?.GetMethod(function.EntryPoint[(split + 1)..]);
    }
}
