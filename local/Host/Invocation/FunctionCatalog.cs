using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace FitServerless.Local.Host.Invocation;

/// <summary>
/// The functions of an assembly in the order of their names, which is the real host's order too
/// (FunctionMetadataManager in Azure/azure-functions-host).
/// </summary>
internal static class FunctionCatalog
{
    // The worker's generator leaves out methods that are not public, without a word.
    private const BindingFlags Visible =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Function> Find(Assembly assembly, IConfiguration settings)
    {
        var functions = assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Visible))
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .Select(method => Describe(method, settings))
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        RefuseDuplicates(functions);
        return functions;
    }

    private static Function Describe(MethodInfo method, IConfiguration settings)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var triggers = method.GetParameters().Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute))).ToList();
        return triggers is [var parameter]
            ? new Function(method, name, parameter, parameter.GetCustomAttribute<TriggerBindingAttribute>()!, IsDisabled(name, settings))
            : throw new FunctionHostException($"The function '{name}' has {triggers.Count} triggers; it needs exactly one.");
    }

    private static bool IsDisabled(string name, IConfiguration settings) =>
        settings[$"AzureWebJobs.{name}.Disabled"] is { } value
        && (value == "1" || string.Equals(value, bool.TrueString, StringComparison.OrdinalIgnoreCase));

    private static void RefuseDuplicates(List<Function> functions)
    {
        for (var i = 1; i < functions.Count; i++)
        {
            if (string.Equals(functions[i - 1].Name, functions[i].Name, StringComparison.OrdinalIgnoreCase))
                throw new FunctionHostException($"Two functions are called '{functions[i].Name}'; names must be unique in the app.");
        }
    }
}
