using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Host.Invocation;

/// <summary>What any function may ask for, whatever triggers it.</summary>
internal static class CommonArguments
{
    public static ArgumentBinder? ForAnyTrigger(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(FunctionContext)) return context => new(context);
        if (parameter.ParameterType == typeof(CancellationToken)) return context => new(context.CancellationToken);
        return parameter.IsDefined(typeof(DurableClientAttribute)) ? ForDurableClient(parameter) : null;
    }

    private static ArgumentBinder ForDurableClient(ParameterInfo parameter) => parameter.ParameterType == typeof(DurableTaskClient)
        ? context => new(context.InstanceServices.GetRequiredService<DurableTaskClient>())
        : throw new FunctionHostException($"The parameter '{parameter.Name}' must be a {nameof(DurableTaskClient)}.");

    /// <summary>A value the trigger did not bring: the parameter's default, null where that is allowed, else an error.</summary>
    public static Func<object?> ForMissing(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
        {
            var value = parameter.DefaultValue;
            return () => value;
        }

        var allowsNull = !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null;
        return allowsNull
            ? () => null
            : () => throw new FunctionInputConverterException(
                $"Could not populate the value for '{parameter.Name}' parameter. Give it a default value or make it nullable.");
    }
}
