using FitServerless.Functions.Workouts;

namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="DeviceSyncWriter"/> writes of a change that was refused.</summary>
internal sealed record DeviceRejectionShape(string Collection, string? Id, ChangeProblemShape Problem);
