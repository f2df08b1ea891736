"""What others see of the floor: the screens of room and podium, bell and paper; and a machine kept awake."""
