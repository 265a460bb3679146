namespace FitServerless.Coach.Tweaks;

public static class TweakActions
{
    public const string ReduceVolume = "reduce_volume";
    public const string ReduceLoad = "reduce_load";
    public const string ExtendRest = "extend_rest";
    public const string Maintain = "maintain";
    public const string Progress = "progress";

    public static IReadOnlyList<string> All { get; } = [ReduceVolume, ReduceLoad, ExtendRest, Maintain, Progress];
}
