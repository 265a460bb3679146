using FitServerless.Local.Host.Durable.Messages;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Entities;

internal sealed class EntityOperation(HubEvent operation, EntityContext context, EntityState state, DataConverter converter)
    : TaskEntityOperation
{
    public override string Name => operation.Name!;

    public override TaskEntityContext Context => context;

    public override TaskEntityState State => state;

    public override bool HasInput => operation.Data is not null;

    public override object? GetInput(Type inputType) => converter.Deserialize(operation.Data, inputType);
}
