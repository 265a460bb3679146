using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>A change that was refused; its neighbours are not affected.</summary>
public sealed record DeviceRejection(string Collection, string? Id, ChangeProblem Problem);
