namespace FitServerless.Coach.Training;

/// <summary>A request for a workout, understood, with what the rules draw from.</summary>
internal sealed record TrainingQuestion(TrainingRequest Request, TrainingBrief Brief, int Seed, DateTimeOffset Now);
