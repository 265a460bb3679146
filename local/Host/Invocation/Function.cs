using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

internal sealed class Function
{
    public Function(MethodInfo method, string name, ParameterInfo triggerParameter, Attribute trigger, bool isDisabled)
    {
        Method = method;
        Name = name;
        TriggerParameter = triggerParameter;
        Trigger = trigger;
        IsDisabled = isDisabled;
        Definition = new ReflectedDefinition(this);
    }

    public MethodInfo Method { get; }

    public string Name { get; }

    public ParameterInfo TriggerParameter { get; }

    public Attribute Trigger { get; }

    public bool IsDisabled { get; }

    public FunctionDefinition Definition { get; }
}
