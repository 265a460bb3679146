using System.Reflection;

namespace Microsoft.DurableTask.Entities;

/// <summary>The method that an operation's name stands for.</summary>
internal sealed class EntityMethod(object target, MethodInfo method)
{
    private const BindingFlags Callable = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    /// <exception cref="AmbiguousMatchException">It has overloads.</exception>
    public static EntityMethod? Find(object target, TaskEntityOperation operation) =>
        target.GetType().GetMethod(operation.Name, Callable) is { } method ? new(target, method) : null;

    /// <exception cref="InvalidOperationException">A parameter cannot be given a value.</exception>
    public async ValueTask<object?> InvokeAsync(TaskEntityOperation operation)
    {
        var result = method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, ArgumentsFrom(operation), null);
        switch (result)
        {
            case Task task:
                await task;
                return ValueOf(task);
            case ValueTask task:
                await task;
                return null;
            case not null when method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>):
                var asTask = (Task)method.ReturnType.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(result, null)!;
                await asTask;
                return ValueOf(asTask);
            default:
                return result;
        }
    }

    // What an async method returns is a Task<VoidTaskResult> beneath its declared Task.
    private object? ValueOf(Task task) =>
        method.ReturnType.IsGenericType ? task.GetType().GetProperty(nameof(Task<int>.Result))!.GetValue(task) : null;

    private object?[] ArgumentsFrom(TaskEntityOperation operation)
    {
        var parameters = method.GetParameters();
        RefuseDuplicates(parameters, operation);
        return [.. parameters.Select(parameter => ValueFor(parameter, operation))];
    }

    private object? ValueFor(ParameterInfo parameter, TaskEntityOperation operation)
    {
        if (parameter.ParameterType == typeof(TaskEntityContext)) return operation.Context;
        if (operation.HasInput) return operation.GetInput(parameter.ParameterType);
        return parameter.HasDefaultValue
            ? parameter.DefaultValue
            : throw new InvalidOperationException(
                $"Error dispatching {operation} to '{method}': the parameter '{parameter}' needs an input, and the caller gave none.");
    }

    private void RefuseDuplicates(ParameterInfo[] parameters, TaskEntityOperation operation)
    {
        var contexts = parameters.Count(parameter => parameter.ParameterType == typeof(TaskEntityContext));
        if (contexts > 1 || parameters.Length - contexts > 1)
            throw new InvalidOperationException($"Error dispatching {operation} to '{method}': it may take one context and one input.");
    }
}
