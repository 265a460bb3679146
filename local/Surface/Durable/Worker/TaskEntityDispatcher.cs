using Microsoft.DurableTask.Entities;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Made by the worker only. The local host runs the entity class itself in its place, so nothing here is ever called.</summary>
public sealed class TaskEntityDispatcher
{
    internal TaskEntityDispatcher()
    {
    }

    public Task DispatchAsync(ITaskEntity entity) => throw new NotSupportedException();

    /// <summary>
    /// To an instance that the services have or that is made with them; where <typeparamref name="T"/> is no entity, to the state itself.
    /// </summary>
    public Task DispatchAsync<T>() => throw new NotSupportedException();

    public Task DispatchAsync(Func<TaskEntityOperation, ValueTask<object?>> handler) => throw new NotSupportedException();
}
