namespace FitServerless.Coach.Training;

/// <summary>Which movements a workout has, most important first. Those of one block come together, so that who pushes also pulls.</summary>
internal static class SessionPlan
{
    private static readonly string[] Trunk = ["anti-extension", "anti-rotation", "anti-lateral"];

    private static readonly string[] Knees = ["squat", "lunge"];

    private static readonly string[] Hips = ["hinge", "hip-extension"];

    /// <summary>Blocks of movements, each with the patterns that it may have.</summary>
    public static IReadOnlyList<string[][]> Of(TrainingGoal goal) => goal switch
    {
        TrainingGoal.Mobility => [[["mobility"]], [["stretch"]], [["mobility"]], [["stretch"]], [["balance"]], [["stretch"]], [["mobility"]], [["stretch"]], [["stretch"]]],
        TrainingGoal.Endurance => [[["conditioning"]], [Knees], [["conditioning"]], [Trunk], [["push-horizontal"], ["pull-horizontal"]], [["conditioning"]], [Hips], [["calf"]]],
        TrainingGoal.FatLoss => [[Knees], [["push-horizontal"], ["pull-horizontal"]], [["conditioning"]], [Hips], [Trunk], [["conditioning"]], [["push-vertical"], ["pull-vertical"]], [["lunge", "hip-abduction"]]],
        _ =>
        [
            [Knees], [["push-horizontal"], ["pull-horizontal"]], [Hips], [Trunk], [["push-vertical"], ["pull-vertical"]], [["lunge", "hip-abduction"]],
            [["triceps"], ["biceps"]], [["rear-delt", "rotator-cuff", "scapula"]], [["calf", "carry"]],
        ],
    };

    public static bool IsMain(string pattern) =>
        pattern is "squat" or "lunge" or "hinge" or "push-horizontal" or "pull-horizontal" or "push-vertical" or "pull-vertical";
}
