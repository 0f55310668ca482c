"""What is due: reviews, monitoring, answers, next steps and emergency acts that lapse."""
