using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable;

/// <summary>The functions that a hub can run, by the names it knows them by.</summary>
internal sealed class DurableFunctions
{
    private DurableFunctions(IReadOnlyList<Function> functions)
    {
        Orchestrators = ByName<OrchestrationTriggerAttribute>(functions, trigger => trigger.Orchestration);
        Activities = ByName<ActivityTriggerAttribute>(functions, trigger => trigger.Activity);
        Entities = ByName<EntityTriggerAttribute>(functions, trigger => trigger.EntityName);
        foreach (var entity in Entities.Values) RefuseUnlessEntity(entity);
    }

    public IReadOnlyDictionary<string, Function> Orchestrators { get; }

    public IReadOnlyDictionary<string, Function> Activities { get; }

    public IReadOnlyDictionary<string, Function> Entities { get; }

    /// <summary>In the order of their names, for the list that the host prints.</summary>
    public IEnumerable<Function> All => Orchestrators.Values.Concat(Activities.Values).Concat(Entities.Values);

    /// <summary>Null when the app has none and no function asks for a client.</summary>
    /// <exception cref="FunctionHostException">An entity's function is not in the entity's class.</exception>
    public static DurableFunctions? From(IReadOnlyList<Function> functions)
    {
        var durable = new DurableFunctions([.. functions.Where(function => !function.IsDisabled)]);
        return durable.All.Any() || functions.Any(AsksForClient) ? durable : null;
    }

    private static bool AsksForClient(Function function) =>
        function.Method.GetParameters().Any(parameter => parameter.IsDefined(typeof(DurableClientAttribute), inherit: false));

    private static Dictionary<string, Function> ByName<T>(IReadOnlyList<Function> functions, Func<T, string?> nameOf)
        where T : Attribute =>
        functions
            .Where(function => function.Trigger is T)
            .ToDictionary(function => nameOf((T)function.Trigger) ?? function.Name, StringComparer.OrdinalIgnoreCase);

    // The dispatcher that the function is given in the worker cannot be made outside it, so nobody calls the function here.
    private static void RefuseUnlessEntity(Function function)
    {
        if (!typeof(ITaskEntity).IsAssignableFrom(function.Method.DeclaringType))
            throw new FunctionHostException(
                $"The entity function '{function.Name}' must be a method of the entity's class, which this host runs itself.");
    }
}
